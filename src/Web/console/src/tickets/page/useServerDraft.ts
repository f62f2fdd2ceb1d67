import { ErrorCode, GrainlineError, type Draft } from '@grainline/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { loadDraft, saveDraft } from '../../composer/drafts';
import { useWorkspace } from '../../state/workspace';

type Kind = 'reply' | 'note';
const saveAfterMs = 700;

/** `kept`: the server has it. `here`: only this browser has. */
export type DraftState = 'empty' | 'typing' | 'kept' | 'here';

/**
 * What somebody has begun to write about a subject: on the server within a second, so that another browser has it too, and in this browser at each key, so that a broken
 * link loses nothing. Of two browsers the one that was written in last wins; what the other had is offered, not thrown away.
 */
export function useServerDraft(subject: string) {
  const { agent, session } = useWorkspace();
  const [draft, setDraft] = useState(() => loadDraft(session.agentId, subject));
  const [state, setState] = useState<DraftState>('empty');
  /** Another browser's words, when this one's are different. */
  const [other, setOther] = useState<{ kind: Kind; text: string } | null>(null);
  const latest = useRef(draft);
  const versions = useRef<Partial<Record<Kind, number>>>({});
  const dirty = useRef(new Set<Kind>());

  const put = useCallback(
    (part: Partial<typeof draft>) => {
      latest.current = { ...latest.current, ...part };
      setDraft(latest.current);
      saveDraft(session.agentId, subject, latest.current);
    },
    [session.agentId, subject],
  );

  const take = useCallback(
    (found: Draft) => {
      const known = latest.current[found.kind];
      versions.current[found.kind] = found.version;
      if (known === found.text || found.text === '') return;
      if (known === '' && !dirty.current.has(found.kind)) {
        put({ [found.kind]: found.text });
        setState('kept');
      } else setOther({ kind: found.kind, text: found.text });
    },
    [put],
  );

  const save = useCallback(
    async (kind: Kind) => {
      const text = latest.current[kind];
      dirty.current.delete(kind);
      try {
        const saved = await agent.tickets.saveDraft({ subject, kind, text, ifVersion: versions.current[kind] ?? null });
        versions.current[kind] = text === '' ? undefined : saved?.version;
        if (latest.current[kind] === text) setState(text === '' ? 'empty' : 'kept');
      } catch (error) {
        setState('here');
        if (GrainlineError.from(error).code !== ErrorCode.ticketChanged) return;
        // Another browser was faster: what it has is shown, and what is written here goes over it with the next key.
        versions.current[kind] = undefined;
        const found = (await agent.tickets.drafts()).items.find((d) => d.subject === subject && d.kind === kind);
        if (found) take(found);
      }
    },
    [agent, subject, take],
  );

  useEffect(() => {
    let gone = false;
    agent.tickets.drafts().then(
      ({ items }) => {
        if (!gone) for (const d of items) if (d.subject === subject) take(d);
      },
      // This browser's own copy is on the page already.
      () => !gone && setState((s) => (s === 'empty' ? s : 'here')),
    );
    return () => {
      gone = true;
    };
  }, [agent, subject, take]);

  useEffect(() => {
    if (dirty.current.size === 0) return undefined;
    const timer = setTimeout(() => {
      for (const kind of [...dirty.current]) void save(kind);
    }, saveAfterMs);
    return () => clearTimeout(timer);
  }, [draft, save]);
  useEffect(() => {
    const flush = () => {
      for (const kind of [...dirty.current]) void save(kind);
    };
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [save]);

  const write = (kind: Kind, text: string) => {
    dirty.current.add(kind);
    setState('typing');
    put({ [kind]: text });
  };
  return {
    draft,
    state,
    other,
    write,
    setTab: (tab: Kind) => put({ tab }),
    /** Sent: nothing is left to keep. */
    clear: (kind: Kind) => {
      put({ [kind]: '' });
      setOther(null);
      void save(kind);
    },
    takeOther: () => {
      if (other) write(other.kind, other.text);
      setOther(null);
    },
    dropOther: () => setOther(null),
  };
}
