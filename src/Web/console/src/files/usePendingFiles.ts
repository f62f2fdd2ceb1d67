import { App } from 'antd';
import { useEffect, useMemo, useReducer, useState, type ClipboardEvent, type DragEvent } from 'react';
import { useT } from '../i18n/language';
import { useWorkspace } from '../state/workspace';
import { mostFiles, pendingFilesOf } from './pendingFiles';

/** The files of one composer, and the three ways in: chosen, dropped, pasted. */
export function usePendingFiles(conversationId: string, tab: string) {
  const t = useT();
  const { agent, session } = useWorkspace();
  const { message } = App.useApp();
  const pending = useMemo(() => pendingFilesOf(session.agentId, conversationId, tab), [session.agentId, conversationId, tab]);
  const [, changed] = useReducer((n: number) => n + 1, 0);
  const [over, setOver] = useState(false);
  useEffect(() => {
    changed();
    return pending.on('change', changed);
  }, [pending]);

  function add(files: Iterable<File>) {
    if (pending.add(agent.files, files) > 0) void message.warning(t.files.tooMany(mostFiles));
  }
  const brings = (e: DragEvent) => e.dataTransfer.types.includes('Files');
  return {
    pending,
    add,
    over,
    drop: {
      onDragOver: (e: DragEvent) => {
        if (!brings(e)) return;
        e.preventDefault();
        setOver(true);
      },
      onDragLeave: (e: DragEvent) => {
        if (!e.currentTarget.contains(e.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (e: DragEvent) => {
        setOver(false);
        if (!brings(e)) return;
        e.preventDefault();
        add(e.dataTransfer.files);
      },
    },
    onPaste: (e: ClipboardEvent) => {
      // A copied table brings its picture along: whoever pastes words wants the words.
      if (e.clipboardData.files.length === 0 || e.clipboardData.types.includes('text/plain')) return;
      e.preventDefault();
      add(e.clipboardData.files);
    },
  };
}
