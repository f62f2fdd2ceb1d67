import { EditOutlined, LockOutlined, SendOutlined } from '@ant-design/icons';
import type { TicketAction } from '@grainline/client';
import { Button } from 'antd';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { lengthState, textLimit, trimForPost } from '../../composer/length';
import { useT } from '../../i18n/language';
import { useDesk } from '../../state/desk';
import { useLink } from '../../state/workspace';
import { useUploads } from '../useUploads';
import { UploadList } from '../UploadList';
import { CompletionMenu } from './CompletionMenu';
import { useTicket } from './context';
import { OtherDraft } from './OtherDraft';
import { useChoices } from './useChoices';
import { useCompletion } from './useCompletion';
import { useEditsTicket } from './useLook';
import { useServerDraft } from './useServerDraft';
import { useWriteWish } from './writeWish';

/** Words for the requester, or for colleagues. Ctrl+Enter sends; Enter is a new line, as comments are long. */
export function TicketComposer() {
  const t = useT();
  const id = useId();
  const desk = useDesk();
  const online = useLink() === 'online';
  const { thread, view, act } = useTicket();
  const { draft, state, other, write, setTab, clear, takeOther, dropOther } = useServerDraft(`ticket/${thread.ticketId}`);
  const { tab } = draft;
  const text = draft[tab];
  const box = useRef<HTMLTextAreaElement>(null);
  const [busy, setBusy] = useState(false);
  const uploads = useUploads();
  const length = lengthState(text);
  const { wanted, taken } = useWriteWish();
  useEditsTicket(text.trim() !== '');

  const completion = useCompletion({
    box,
    choices: useChoices(),
    text,
    write: (next) => write(tab, next),
    run: (choice) => {
      const macro = desk.macros.find((m) => m.id === choice.key);
      if (macro) void act(macro.actions, { macro: macro.name });
    },
  });

  useEffect(() => {
    if (wanted === null) return;
    taken();
    if (wanted !== 'macro') setTab(wanted);
    else {
      const next = text === '' || /\s$/.test(text) ? `${text}#` : `${text} #`;
      write(tab, next);
      completion.look(next, next.length);
    }
    box.current?.focus();
  });

  async function send(trigger?: string) {
    const body = trimForPost(text);
    if (body === '' || length.over > 0 || busy || !online || !uploads.ready) return;
    setBusy(true);
    const comment: TicketAction = {
      kind: 'comment',
      text: body,
      public: tab === 'reply',
      ...(uploads.ids.length > 0 ? { attachments: uploads.ids } : {}),
    };
    const done = await act(trigger ? [comment, { kind: 'trigger', trigger }] : [comment]);
    setBusy(false);
    if (!done) return;
    clear(tab);
    uploads.clear();
    box.current?.focus();
  }

  function onKeyDown(e: KeyboardEvent) {
    if (completion.onKeyDown(e)) return;
    if (e.nativeEvent.isComposing || e.keyCode === 229) return;
    if (e.key === 'Escape') {
      e.stopPropagation();
      box.current?.blur();
    }
    if (e.key !== 'Enter' || (!e.ctrlKey && !e.metaKey)) return;
    e.preventDefault();
    void send();
  }

  const placeholder = tab === 'note' ? t.composer.placeholderNote : t.composer.placeholderReply(view.requester?.name ?? t.ticket.requester);
  const tabButton = (name: 'reply' | 'note', icon: React.ReactNode) => (
    <button
      type="button"
      role="tab"
      aria-selected={tab === name}
      onClick={() => {
        setTab(name);
        completion.close();
        box.current?.focus();
      }}
    >
      {icon} {t.composer[name]}
    </button>
  );
  return (
    <section className="composer ticket-composer" data-tab={tab} aria-label={t.composer.label} {...uploads.drop}>
      {completion.kind && (
        <CompletionMenu
          id={`${id}-menu`}
          kind={completion.kind}
          choices={completion.found}
          at={completion.at}
          onAt={completion.setAt}
          onChoose={completion.choose}
        />
      )}
      <div className="composer-tabs" role="tablist">
        {tabButton('reply', <EditOutlined aria-hidden />)}
        {tabButton('note', <LockOutlined aria-hidden />)}
      </div>
      {other && other.kind === tab && <OtherDraft text={other.text} onUse={takeOther} onDrop={dropOther} />}
      <div className="composer-grow" data-value={`${text} `}>
        <textarea
          ref={box}
          id="ticket-text"
          rows={3}
          value={text}
          aria-label={placeholder}
          placeholder={placeholder}
          aria-invalid={length.over > 0}
          aria-describedby={`${id}-hint`}
          aria-autocomplete="list"
          aria-controls={completion.kind ? `${id}-menu` : undefined}
          aria-activedescendant={completion.kind && completion.found.length > 0 ? `${id}-menu-${completion.at}` : undefined}
          onChange={(e) => {
            write(tab, e.target.value);
            completion.look(e.target.value, e.target.selectionStart);
          }}
          onBlur={completion.close}
          onKeyDown={onKeyDown}
        />
      </div>
      <UploadList uploads={uploads} />
      <div className="composer-foot">
        <span id={`${id}-hint`} className="muted" role="status">
          {text === '' ? t.compose.hint : state === 'kept' ? t.compose.kept : state === 'here' ? t.compose.here : ' '}
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
          disabled={!online || text.trim() === '' || length.over > 0 || !uploads.ready}
          loading={busy}
          onClick={() => void send()}
        >
          {tab === 'note' ? t.composer.addNote : t.composer.send}
        </Button>
      </div>
    </section>
  );
}
