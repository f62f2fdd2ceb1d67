import type { ConversationView } from '@grainline/client';
import type { WidgetState } from '../state';
import { Avatar } from './Avatar';
import { useAround } from './context';
import { dayName } from './groups';
import { Icon } from './icons';

/** The first page: a greeting, the way in, what was said before. */
export function Home({ state, enter, open }: { state: WidgetState; enter(): void; open(id: string): void }) {
  const { t, config, send, close } = useAround();
  const running = state.active && state.conversation?.status !== 'closed';
  const ask = (topic: string) => { send(topic); enter(); };
  return (
    <div class="view home">
      <div class="hero">
        <div class="herobar">
          <span class="brand">{state.siteName}</span>
          <button type="button" class="round light" aria-label={t.close} onClick={close}><Icon name="close" /></button>
        </div>
        <p class="greet">{t.hello}</p>
        <h2 class="ask">{t.help}</h2>
      </div>
      <div class="homebody">
        <button type="button" class="start" onClick={enter} data-first>
          <span class="startmark" aria-hidden="true"><Icon name="chat" size={22} /></span>
          <span class="starttext"><b>{running ? t.continueChat : t.start}</b><small>{running && state.lines.length > 0 ? lastText(state) : t.startHint}</small></span>
          {state.unread > 0 ? <span class="count">{state.unread}</span> : <Icon name="chevron" />}
        </button>
        {config.topics.length > 0 && !running && (
          <section>
            <h3>{t.topics}</h3>
            <ul class="topics">{config.topics.map((topic) => <li key={topic}><button type="button" onClick={() => ask(topic)}>{topic}</button></li>)}</ul>
          </section>
        )}
        {state.recent.length > 0 && (
          <section>
            <h3>{t.recent}</h3>
            <ul class="recent">{state.recent.slice(0, 5).map((c) => <Recent key={c.conversationId} chat={c} open={open} />)}</ul>
          </section>
        )}
      </div>
    </div>
  );
}

const lastText = (state: WidgetState): string => state.lines.filter((l) => l.kind !== 'event').map((l) => l.text || l.files?.[0]?.name).at(-1) ?? '';

function Recent({ chat, open }: { chat: ConversationView; open(id: string): void }) {
  const { t, locale } = useAround();
  const name = chat.assignee?.name ?? t.team;
  return (
    <li>
      <button type="button" onClick={() => open(chat.conversationId)}>
        <Avatar name={name} brand={chat.assignee === null} />
        <span class="starttext"><b>{name}</b><small>{chat.lastMessage?.text ?? t.noText}</small></span>
        <time dateTime={chat.openedAt}>{dayName(chat.lastMessage?.at ?? chat.openedAt, locale, t.today, t.yesterday)}</time>
      </button>
    </li>
  );
}
