import { useEffect, useState } from 'preact/hooks';
import type { WidgetState } from '../state';
import type { Texts } from '../texts';
import { useAround } from './context';

/** One line when something is in the way. Short breaks are not worth a word: it waits a second and a half. */
export function Banner({ state }: { state: WidgetState }) {
  const { t } = useAround();
  const text = bannerText(state, t);
  const patient = text !== null && state.link !== 'refused' && state.limitedUntil === null;
  const [due, setDue] = useState(false);
  useEffect(() => {
    setDue(false);
    if (!patient) return;
    const timer = setTimeout(() => setDue(true), state.link === 'offline' ? 400 : 1_500);
    return () => clearTimeout(timer);
  }, [patient, state.link]);
  const shown = text !== null && (!patient || due) ? text : null;
  return <div class={`banner ${shown === null ? '' : 'on'} ${state.link === 'refused' ? 'bad' : ''}`} role="status">{shown !== null && <span>{shown}</span>}</div>;
}

function bannerText(state: WidgetState, t: Texts): string | null {
  switch (state.link) {
    case 'refused': return t.refused;
    case 'offline': return state.unsent > 0 ? t.offlineUnsent(state.unsent) : t.offline;
    case 'resuming': return t.reconnecting;
    case 'connecting': return t.connecting;
    default: return state.limitedUntil !== null ? t.limited : null;
  }
}
