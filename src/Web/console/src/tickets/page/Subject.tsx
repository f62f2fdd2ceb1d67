import { Input } from 'antd';
import { useRef, useState } from 'react';
import { useT } from '../../i18n/language';
import { useTicket } from './context';
import { useEditsTicket } from './useLook';

const longest = 200;

/** The subject, edited where it stands: Enter keeps, Escape gives up. */
export function Subject() {
  const t = useT();
  const { view, frozen, act } = useTicket();
  const [text, setText] = useState<string | null>(null);
  const base = useRef(0);
  useEditsTicket(text !== null);
  if (text === null)
    return (
      <h1 className="ticket-subject ellipsis">
        {frozen ? (
          view.subject
        ) : (
          <button
            type="button"
            className="plain ellipsis"
            title={t.ticket.editSubject}
            aria-label={`${view.subject}, ${t.ticket.editSubject}`}
            onClick={() => {
              base.current = view.version;
              setText(view.subject);
            }}
          >
            {view.subject}
          </button>
        )}
      </h1>
    );
  async function keep() {
    const subject = (text ?? '').trim();
    if (subject === '' || subject === view.subject) return setText(null);
    setText((await act([{ kind: 'subject', subject }], { base: base.current })) ? null : subject);
  }
  return (
    <Input
      autoFocus
      className="ticket-subject"
      aria-label={t.ticket.subject}
      maxLength={longest}
      value={text}
      onChange={(e) => setText(e.target.value)}
      onBlur={() => setText(null)}
      onKeyDown={(e) => {
        if (e.nativeEvent.isComposing || e.keyCode === 229) return;
        if (e.key === 'Enter') void keep();
        if (e.key === 'Escape') setText(null);
        if (e.key === 'Enter' || e.key === 'Escape') {
          e.preventDefault();
          e.stopPropagation();
        }
      }}
    />
  );
}
