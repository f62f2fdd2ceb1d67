import type { Line } from '../state';
import { Avatar } from './Avatar';
import { useAround } from './context';
import { Icon } from './icons';
import { LineFiles } from './LineFiles';
import { Linked } from './Linked';

/** A run of messages by one author, with its time and fate below the last. */
export function Bubbles({ lines }: { lines: Line[] }) {
  const { t, locale } = useAround();
  const last = lines.at(-1)!;
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(last.at));
  return (
    <div class={`run ${last.mine ? 'mine' : 'theirs'}`}>
      {!last.mine && <Avatar name={last.authorName} size="s" />}
      <div class="stack">
        {lines.map((line) => <Bubble key={line.key} line={line} />)}
        {last.state !== 'failed' && (
          <p class="meta">
            {!last.mine && <span>{last.authorName}</span>}
            <time dateTime={last.at}>{time}</time>
            {last.mine && last.state && <Fate state={last.state} name={t[last.state]} />}
          </p>
        )}
      </div>
    </div>
  );
}

function Bubble({ line }: { line: Line }) {
  const { t, actions } = useAround();
  return (
    <>
      <div class={`bubble ${line.state ?? ''}`}>
        <span class="hear">{line.mine ? t.you : line.authorName}: </span>
        {line.text !== '' && <Linked text={line.text} />}
        {line.files && line.files.length > 0 && <LineFiles files={line.files} />}
      </div>
      {line.state === 'failed' && (
        <p class="failed">
          <Icon name="alert" size={15} />
          <span>{t.failed}{line.errorCode !== null && t.failedWhy[line.errorCode] ? ` · ${t.failedWhy[line.errorCode]}` : ''}</span>
          <button type="button" class="plain" onClick={() => actions.retry(line.key)}>{t.resend}</button>
          <button type="button" class="plain" onClick={() => actions.discard(line.key)}>{t.remove}</button>
        </p>
      )}
    </>
  );
}

function Fate({ state, name }: { state: 'sending' | 'sent' | 'delivered' | 'read' | 'failed'; name: string }) {
  return <span class={`fate ${state}`}><Icon name={state === 'sending' ? 'clock' : state === 'sent' ? 'sent' : 'read'} size={14} />{name}</span>;
}
