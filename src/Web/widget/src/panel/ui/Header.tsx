import { useEffect, useRef, useState } from 'preact/hooks';
import { closedUntil } from '../opening';
import { download, transcriptOf } from '../transcript';
import type { WidgetState } from '../state';
import { Avatar } from './Avatar';
import { useAround } from './context';
import { Icon } from './icons';

/** Who serves, how things stand, and the menu. */
export function Header({ state, back }: { state: WidgetState; back(): void }) {
  const { t, locale, actions, close } = useAround();
  const [menu, setMenu] = useState(false);
  const [sure, setSure] = useState(false);
  const wrap = useRef<HTMLDivElement>(null);
  const c = state.conversation;
  const served = c !== null && c.assignee !== null && c.status !== 'queued' && c.status !== 'offered';
  const title = served ? c.assignee!.name : state.siteName || t.team;
  const running = c !== null && c.status !== 'closed' && c.status !== 'resolved';

  useEffect(() => {
    if (!menu) return;
    wrap.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const away = (e: Event) => { if (!e.composedPath().includes(wrap.current!)) setMenu(false); };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [menu]);

  function onMenuKey(e: KeyboardEvent) {
    const items = [...wrap.current!.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const at = items.indexOf(e.target as HTMLElement);
    if (e.key === 'Escape') {
      e.stopPropagation();
      setMenu(false);
      wrap.current?.querySelector<HTMLElement>('button')?.focus();
    } else if (e.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (e.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus();
  }

  return (
    <div class="header">
      <button type="button" class="round" aria-label={t.back} onClick={back}><Icon name="back" /></button>
      <Avatar name={title} brand={!served} dot={served && c.status === 'assigned' && state.link === 'online'} />
      <div class="who">
        <h2 class="name">{title}</h2>
        <p class="status">{statusText(state, t)}</p>
      </div>
      {c !== null && (
        <div class="menuwrap" ref={wrap}>
          <button type="button" class="round" aria-label={t.menu} aria-haspopup="menu" aria-expanded={menu} onClick={() => setMenu(!menu)}><Icon name="more" /></button>
          {menu && (
            <div class="menu" role="menu" onKeyDown={onMenuKey}>
              <button type="button" role="menuitem" onClick={() => { setMenu(false); download(`chat-${c.conversationId}.txt`, transcriptOf(state.lines, t, locale, title)); }}>
                <Icon name="download" size={18} />{t.download}
              </button>
              {running && <button type="button" role="menuitem" class="danger" onClick={() => { setMenu(false); setSure(true); }}><Icon name="leave" size={18} />{t.end}</button>}
            </div>
          )}
        </div>
      )}
      <button type="button" class="round" aria-label={t.close} onClick={close}><Icon name="close" /></button>
      {sure && running && (
        <div class="sure" role="alertdialog" aria-label={t.endSure}>
          <span>{t.endSure}</span>
          <button type="button" class="plain" onClick={() => setSure(false)}>{t.endNo}</button>
          <button type="button" class="plain danger" autofocus onClick={() => { setSure(false); actions.end(); }}>{t.endYes}</button>
        </div>
      )}
    </div>
  );
}

function statusText({ conversation: c }: WidgetState, t: ReturnType<typeof useAround>['t']): string {
  switch (c?.status) {
    case 'queued': return closedUntil(c, Date.now()) ? t.statusAway : t.statusQueued;
    case 'offered': return t.statusOffered;
    case 'assigned': return t.statusAssigned;
    case 'onHold': return t.statusHold;
    case 'resolved': return t.statusResolved;
    case 'closed': return t.statusClosed;
    default: return t.statusNew;
  }
}
