import { useCallback, useEffect, useReducer, useRef, useState } from 'react';

export interface Loaded<T> {
  value: T | null;
  error: unknown;
  loading: boolean;
  reload(): void;
  /** What a save has answered: no need to ask again. */
  put(value: T): void;
}

/**
 * Something fetched once for `key`, and again on demand or when `version` changes; what is here stays meanwhile.
 * An answer that comes after its key has gone is dropped.
 */
export function useLoaded<T>(key: string, load: () => Promise<T>, version = ''): Loaded<T> {
  const [state, setState] = useState<{ key: string; value: T | null; error: unknown; loading: boolean }>({
    key,
    value: null,
    error: null,
    loading: true,
  });
  const [round, reload] = useReducer((n: number) => n + 1, 0);
  const newest = useRef(load);
  newest.current = load;
  useEffect(() => {
    let current = true;
    setState((s) => ({ key, value: s.key === key ? s.value : null, error: null, loading: true }));
    newest.current().then(
      (value) => current && setState({ key, value, error: null, loading: false }),
      (error: unknown) => current && setState((s) => ({ ...s, key, error, loading: false })),
    );
    return () => {
      current = false;
    };
  }, [key, version, round]);
  const put = useCallback((value: T) => setState((s) => ({ ...s, value, error: null })), []);
  const mine = state.key === key;
  return { value: mine ? state.value : null, error: mine ? state.error : null, loading: mine ? state.loading : true, reload, put };
}
