import { EditOutlined, LockOutlined, SendOutlined } from '@ant-design/icons';
import type { ConversationThread, ConversationView } from '@grainline/client';
import { Button } from 'antd';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { FileButton } from '../files/FileButton';
import { UploadList } from '../files/UploadList';
import { usePendingFiles } from '../files/usePendingFiles';
import { useT } from '../i18n/language';
import { useUi } from '../state/ui';
import { useWorkspace } from '../state/workspace';
import { blockedBy } from './allowed';
import { sends } from './ime';
import { textLimit, lengthState, trimForPost } from './length';
import { useDraft } from './useDraft';

interface Props {
  thread: ConversationThread;
  view: ConversationView;
}

export function Composer({ thread, view }: Props) {
  const t = useT();
  const { session } = useWorkspace();
  const { wish, wishTaken } = useUi();
  const { draft, change, saved } = useDraft(session.agentId, thread.conversationId);
  const box = useRef<HTMLTextAreaElement>(null);
  const composing = useRef(false);
  const { tab } = draft;
  const text = draft[tab];
  const blocked = blockedBy(view, session, tab);
  const length = lengthState(text);
  const { pending, add, over, drop, onPaste } = usePendingFiles(thread.conversationId, tab);
  const maySend = (text.trim() !== '' || pending.uploads.length > 0) && pending.ready && length.over === 0;

  useEffect(() => {
    if (wish?.conversationId !== thread.conversationId) return;
    if (draft.tab === wish.tab) {
      wishTaken();
      box.current?.focus();
    } else change({ tab: wish.tab });
  });

  function write(value: string) {
    change({ [tab]: value });
    if (tab === 'reply' && value.trim() !== '') thread.notifyTyping();
  }

  function send() {
    const body = trimForPost(text);
    if (!maySend || blocked) return;
    const kind = tab === 'note' ? 'note' : 'text';
    if (pending.attachments.length > 0) thread.post(body, kind, undefined, pending.attachments);
    else thread.post(body, kind);
    pending.taken();
    change({ [tab]: '' });
    box.current?.focus();
  }

  function onKeyDown(e: KeyboardEvent) {
    if (e.key === 'Escape') {
      e.stopPropagation();
      box.current?.blur();
    }
    if (!sends(e.nativeEvent, composing.current)) return;
    e.preventDefault();
    send();
  }

  const blockedText = blocked === 'notYours' ? t.composer.blocked.notYours(view.assignee?.name ?? '') : blocked && t.composer.blocked[blocked];
  const watching = !blocked && tab === 'reply' && view.assignee?.id !== session.agentId;
  return (
    <section className="composer" data-tab={tab} data-over={over && !blocked} aria-label={t.composer.label} {...(blocked ? {} : drop)}>
      <div className="composer-tabs" role="tablist">
        <button
          type="button"
          role="tab"
          aria-selected={tab === 'reply'}
          onClick={() => {
            change({ tab: 'reply' });
            box.current?.focus();
          }}
        >
          <EditOutlined aria-hidden /> {t.composer.reply}
        </button>
        <button
          type="button"
          role="tab"
          aria-selected={tab === 'note'}
          onClick={() => {
            change({ tab: 'note' });
            box.current?.focus();
          }}
        >
          <LockOutlined aria-hidden /> {t.composer.note}
        </button>
        {watching && <span className="composer-watching muted">{t.thread.watching}</span>}
      </div>
      {blockedText ? (
        <p className="composer-blocked" role="status">
          {blockedText}
        </p>
      ) : (
        <>
          <div className="composer-grow" data-value={`${text} `}>
            <textarea
              ref={box}
              id="composer-text"
              rows={2}
              value={text}
              aria-label={tab === 'note' ? t.composer.placeholderNote : t.composer.placeholderReply(view.visitor.name)}
              placeholder={tab === 'note' ? t.composer.placeholderNote : t.composer.placeholderReply(view.visitor.name)}
              aria-invalid={length.over > 0}
              aria-describedby="composer-hint"
              onChange={(e) => write(e.target.value)}
              onKeyDown={onKeyDown}
              onPaste={onPaste}
              onCompositionStart={() => {
                composing.current = true;
              }}
              onCompositionEnd={() => {
                composing.current = false;
              }}
            />
          </div>
          <UploadList pending={pending} />
          <div className="composer-foot">
            <FileButton add={add} />
            <span id="composer-hint" className="muted">
              {!pending.ready ? t.files.sendsLater : text === '' ? t.composer.hint : saved ? t.composer.draft : ' '}
            </span>
            {length.near && (
              <span className={length.over > 0 ? 'field-error num' : 'muted num'} role="status">
                {length.over > 0 ? t.composer.tooLong(length.over) : t.composer.left(textLimit - length.used)}
              </span>
            )}
            <Button
              type="primary"
              className={tab === 'note' ? 'note-button' : ''}
              icon={tab === 'note' ? <LockOutlined aria-hidden /> : <SendOutlined aria-hidden />}
              disabled={!maySend}
              onClick={send}
            >
              {tab === 'note' ? t.composer.addNote : t.composer.send}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
