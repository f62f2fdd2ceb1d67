import { useEffect, useRef, useState } from 'react';
import { loadDraft, saveDraft, type Draft } from './drafts';

const saveAfterMs = 500;

/** The draft of one conversation: kept in memory at each key, in the browser within half a second, and at once when the reader goes elsewhere. */
export function useDraft(agentId: string, conversationId: string) {
  const [draft, setDraft] = useState<Draft>(() => loadDraft(agentId, conversationId));
  const [saved, setSaved] = useState(true);
  const latest = useRef(draft);
  const dirty = useRef(false);

  const flush = useRef(() => {
    if (!dirty.current) return;
    dirty.current = false;
    saveDraft(agentId, conversationId, latest.current);
    setSaved(true);
  }).current;

  useEffect(() => {
    if (!dirty.current) return undefined;
    const timer = setTimeout(flush, saveAfterMs);
    return () => clearTimeout(timer);
  }, [draft, flush]);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  const change = (part: Partial<Draft>) => {
    latest.current = { ...latest.current, ...part };
    dirty.current = true;
    setSaved(false);
    setDraft(latest.current);
  };
  return { draft, change, saved };
}
