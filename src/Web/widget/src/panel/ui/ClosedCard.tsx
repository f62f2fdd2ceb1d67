import { useState } from 'preact/hooks';
import { isContact, openingText } from '../opening';
import type { WidgetState } from '../state';
import { useAround } from './context';

/** Outside opening hours: when somebody will be there, and how to be reached until then. */
export function ClosedCard({ state, opensAt, form }: { state: WidgetState; opensAt: string; form?: () => void }) {
  const { t, locale, send, config } = useAround();
  const [contact, setContact] = useState('');
  const [tried, setTried] = useState(false);
  // What was left is in the transcript, so that a reload or another tab knows it too.
  const left = state.lines.some((l) => l.mine && l.text.startsWith(t.contactMessage('')));
  const wrong = tried && !isContact(contact);
  function leave(e: Event) {
    e.preventDefault();
    setTried(true);
    if (isContact(contact)) send(t.contactMessage(contact.trim()));
  }
  return (
    <section class="card closed" aria-live="polite">
      <h3>{t.closedTitle}</h3>
      <p>{t.closedUntil(openingText(opensAt, Date.now(), locale))}</p>
      <p class="soft">{t.closedHint}</p>
      {config.form && form && <button type="button" class="plain" onClick={form}>{t.formOpen}</button>}
      {left ? <p class="soft" role="status">{t.contactThanks}</p> : (
        <form onSubmit={leave} noValidate>
          <label for="contact">{t.contactLabel}</label>
          <div class="contact">
            <input id="contact" class="comment" autocomplete="email" inputMode="email" maxLength={200} value={contact} aria-invalid={wrong}
              aria-describedby={wrong ? 'contact-wrong' : undefined} onInput={(e) => setContact(e.currentTarget.value)} />
            <button type="submit" class="primary">{t.contactLeave}</button>
          </div>
          {wrong && <p id="contact-wrong" class="soft bad" role="alert">{t.contactWrong}</p>}
        </form>
      )}
    </section>
  );
}
