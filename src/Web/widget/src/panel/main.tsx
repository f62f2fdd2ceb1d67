import { browserEnvironment, browserStorage, clean, cut, ErrorCode, Files, GrainlineError, type AttachmentView, type SignedIdentity } from '@grainline/client';
import { render } from 'preact';
import type { PanelHandle, PanelHost } from '../shared/contract';
import { Engine } from './engine';
import { Memory } from './memory';
import css from './panel.css?inline';
import { SharedChat } from './tabs';
import { localeOf, textsOf } from './texts';
import { Around } from './ui/context';
import { Panel } from './ui/Panel';

const env = browserEnvironment();

/** Called once by the loader, when the panel is first wanted. */
export function mount(host: PanelHost): PanelHandle {
  const { shadow, config } = host;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  const root = document.createElement('div');
  shadow.prepend(root);

  const chat = new SharedChat(config.site, (changed) => new Engine(config, new Memory(config.site, browserStorage('local')), changed));
  let open = false;
  let own: Record<string, string> = {};
  const around = {
    t: textsOf(config.lang), locale: localeOf(config.lang), config, actions: chat.actions,
    send: (text: string, files: AttachmentView[] = []) => chat.actions.send(text, pageAttributes(own), env.newId(), files),
    files: filesOf(config.site, config.baseUrl), close: () => host.close(),
  };
  const draw = () => render(<Around.Provider value={around}><Panel chat={chat} open={open} /></Around.Provider>, root);
  chat.subscribe(() => host.badge(chat.state.unread));
  draw();

  return {
    setOpen(next) {
      open = next;
      draw();
    },
    identify: (identity: SignedIdentity | null) => chat.actions.identify(identity),
    attributes: (attributes) => { own = { ...own, ...attributes }; },
  };
}

/** The tab with the socket keeps the session fresh in the storage; every tab may read it there. */
function filesOf(site: string, baseUrl: string): Files {
  const storage = browserStorage('local');
  const token = async () => {
    const session = new Memory(site, storage).session;
    if (!session) throw new GrainlineError(ErrorCode.unauthenticated, 'Nobody has written yet.');
    return session.token;
  };
  return new Files({ baseUrl, token, env, storage, scope: `visitor.${site}` });
}

/** At most 32 pairs of 256 characters. */
function pageAttributes(own: Record<string, string>): Record<string, string> {
  const all = { ...own, page: location.href, title: document.title, referrer: document.referrer };
  return Object.fromEntries(Object.entries(all).filter(([, v]) => v !== '').slice(-32).map(([k, v]) => [cut(clean(k), 256), cut(clean(String(v)), 256)]));
}
