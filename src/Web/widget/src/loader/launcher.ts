import css from './launcher.css?inline';
import { accentPair } from '../shared/accent';
import type { WidgetConfig } from '../shared/contract';

const words = {
  en: { open: 'Open chat', close: 'Close chat', unread: (n: number) => `Open chat, ${n} unread` },
  zh: { open: '打开在线客服', close: '关闭在线客服', unread: (n: number) => `打开在线客服，${n} 条未读消息` },
};

const talk = 'M5 4.5h14A2.5 2.5 0 0 1 21.5 7v8a2.5 2.5 0 0 1-2.5 2.5h-6.2L8 21.3v-3.8H5A2.5 2.5 0 0 1 2.5 15V7A2.5 2.5 0 0 1 5 4.5Z';
const shut = 'm6 9.5 6 6 6-6';

export interface Launcher {
  shadow: ShadowRoot;
  button: HTMLButtonElement;
  show(open: boolean): void;
  busy(busy: boolean): void;
  badge(unread: number): void;
}

/** The 56 px button, alone in its shadow root. It is fixed, so the page's layout does not move. */
export function createLauncher(config: WidgetConfig): Launcher {
  const host = document.createElement('div');
  host.id = 'grainline';
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  const { on, text } = accentPair(config.accent);
  sheet.replaceSync(`:host{--accent:${config.accent};--on-accent:${on};--accent-text:${text}}${css}`);
  shadow.adoptedStyleSheets = [sheet];

  const t = words[config.lang];
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'launcher';
  button.lang = config.lang === 'zh' ? 'zh-CN' : 'en';
  button.append(icon('talk', talk), icon('shut', shut));
  const badge = document.createElement('span');
  badge.className = 'badge';
  badge.hidden = true;
  button.append(badge);
  shadow.append(button);
  (document.body ?? document.documentElement).append(host);

  let unread = 0;
  let open = false;
  const name = () => {
    button.setAttribute('aria-expanded', String(open));
    button.setAttribute('aria-label', open ? t.close : unread > 0 ? t.unread(unread) : t.open);
    badge.hidden = open || unread === 0;
    badge.textContent = unread > 99 ? '99+' : String(unread);
  };
  name();
  return {
    shadow, button,
    show: (value) => { open = value; name(); },
    busy: (value) => button.setAttribute('aria-busy', String(value)),
    badge: (count) => { unread = count; name(); },
  };
}

function icon(name: string, path: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', name);
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(space, 'path');
  shape.setAttribute('d', path);
  shape.setAttribute('fill', name === 'talk' ? 'currentColor' : 'none');
  if (name === 'shut') for (const [k, v] of [['stroke', 'currentColor'], ['stroke-width', '2.4'], ['stroke-linecap', 'round'], ['stroke-linejoin', 'round']]) shape.setAttribute(k!, v!);
  svg.append(shape);
  return svg;
}
