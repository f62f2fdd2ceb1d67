import type { WidgetState } from '../state';
import { Banner } from './Banner';
import { HoldLine, QueueCard } from './Cards';
import { Composer } from './Composer';
import { useAround } from './context';
import { Header } from './Header';
import { Icon } from './icons';
import { Log } from './Log';
import { Rating } from './Rating';

export function Chat({ state, open, back }: { state: WidgetState; open: boolean; back(): void }) {
  const { t, actions, send } = useAround();
  const c = state.conversation;
  const closed = c?.status === 'closed';
  const over = closed || c?.status === 'resolved';
  return (
    <div class="view chat">
      <Header state={state} back={back} />
      <Banner state={state} />
      <Log state={state} open={open}>
        {!state.active && <div class="first"><span class="startmark" aria-hidden="true"><Icon name="chat" size={26} /></span><p>{t.emptyChat}</p></div>}
        {state.link !== 'refused' && <QueueCard state={state} />}
        <HoldLine state={state} />
        {state.link === 'refused' && <p class="note bad" role="alert">{t.refusedWhy(state.refused ?? 0)}</p>}
        {over && <Rating key={c.conversationId} score={c.score} />}
      </Log>
      {closed
        ? <div class="composer again"><p class="hint">{t.ended}</p><button type="button" class="primary" onClick={() => actions.fresh()}>{t.again}</button></div>
        : <Composer hint={over ? t.reopenHint : undefined} disabled={state.link === 'refused'} mayAttach={c !== null} onSend={send} />}
    </div>
  );
}
