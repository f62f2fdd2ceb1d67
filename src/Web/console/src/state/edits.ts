import { App } from 'antd';
import { useCallback, useEffect } from 'react';
import { create } from 'zustand';
import { currentT } from '../i18n/language';

interface Edits {
  /** What was changed and not saved, by what it is about. */
  values: Record<string, unknown>;
  put(key: string, value: unknown): void;
  drop(key: string): void;
}

/** Kept outside the pages: whoever accepts a chat in the middle of a form finds it again as it was. */
export const useEdits = create<Edits>((set) => ({
  values: {},
  put: (key, value) => set((s) => ({ values: { ...s.values, [key]: value } })),
  drop: (key) => set((s) => ({ values: Object.fromEntries(Object.entries(s.values).filter(([k]) => k !== key)) })),
}));

/** What somebody edits of `saved`; equal to it again, it is no edit any more. */
export function useEdit<T>(key: string, saved: T) {
  const { values, put, drop } = useEdits();
  const dirty = key in values;
  const value = dirty ? (values[key] as T) : saved;
  const change = (next: T) => (JSON.stringify(next) === JSON.stringify(saved) ? drop(key) : put(key, next));
  return { value, dirty, change, discard: () => drop(key) };
}

/** Goes elsewhere at once, or after a question while something is not saved. */
export function useLeave(): (go: () => void) => void {
  const { modal } = App.useApp();
  return useCallback(
    (go) => {
      const { values, drop } = useEdits.getState();
      const open = Object.keys(values);
      if (open.length === 0) return go();
      const t = currentT();
      modal.confirm({
        title: t.edits.title,
        content: t.edits.text,
        okText: t.edits.discard,
        okButtonProps: { danger: true },
        cancelText: t.edits.stay,
        onOk: () => {
          for (const key of open) drop(key);
          go();
        },
      });
    },
    [modal],
  );
}

/** The browser asks before the tab closes over something that is not saved. */
export function useTabGuard(): void {
  const dirty = useEdits((s) => Object.keys(s.values).length > 0);
  useEffect(() => {
    if (!dirty) return undefined;
    const ask = (e: BeforeUnloadEvent) => e.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
}
