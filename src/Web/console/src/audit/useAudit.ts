import type { AuditEntry } from '@grainline/client';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { useWorkspace } from '../state/workspace';

const two = (n: number) => String(n).padStart(2, '0');
const dayOf = (d: Date) => `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;

/** Days in the reader's time zone, `yyyy-MM-dd`. */
export const today = (): string => dayOf(new Date());

export function dayBefore(day: string, days: number): string {
  const d = new Date(`${day}T12:00:00`);
  d.setDate(d.getDate() - days);
  return dayOf(d);
}

/** From the beginning of the first day to the end of the last. */
export function spanOf(from: string, to: string): { from: string; to: string } | null {
  const [a, b] = [new Date(`${from}T00:00:00`), new Date(`${to}T00:00:00`)];
  b.setDate(b.getDate() + 1);
  return Number.isNaN(a.getTime()) || Number.isNaN(b.getTime()) || a >= b ? null : { from: a.toISOString(), to: b.toISOString() };
}

interface State {
  items: AuditEntry[];
  next: string | null;
  loading: boolean;
  error: unknown;
}

const nothing: State = { items: [], next: null, loading: false, error: null };

/** One person's entries, page by page; answers to a question that was changed are dropped. */
export function useAudit(person: string | null, from: string, to: string) {
  const { agent } = useWorkspace();
  const [state, setState] = useState<State>(nothing);
  const [round, retry] = useReducer((n: number) => n + 1, 0);
  const current = useRef(0);
  const load = useCallback(
    async (known: AuditEntry[], cursor: string | undefined) => {
      const span = spanOf(from, to);
      const mine = ++current.current;
      if (person === null || span === null) return setState(nothing);
      setState((s) => ({ ...s, loading: true, error: null }));
      try {
        const page = await agent.tickets.audit(person, span.from, span.to, cursor);
        if (mine === current.current) setState({ items: [...known, ...page.items], next: page.next ?? null, loading: false, error: null });
      } catch (error) {
        if (mine === current.current) setState((s) => ({ ...s, loading: false, error }));
      }
    },
    [agent, person, from, to],
  );
  useEffect(() => {
    setState({ ...nothing, loading: true });
    void load([], undefined);
  }, [load, round]);
  return { ...state, more: () => void load(state.items, state.next ?? undefined), retry };
}
