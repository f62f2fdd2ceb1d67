import { liveKey, type PanelHandle, type PanelHost } from '../shared/contract';
import { readConfig } from './config';
import { createLauncher } from './launcher';

type Command = [name: string, ...rest: unknown[]];
type Api = ((...command: Command) => void) & { q?: ArrayLike<unknown>[] };

declare global {
  interface Window { grainline?: Api }
  /** Hash of the panel's content, put in by the build. */
  const __PANEL_VERSION__: string;
}

const script = document.currentScript as HTMLScriptElement | null ?? document.querySelector<HTMLScriptElement>('script[data-site][src*="widget.js"]');
// A page that includes the tag twice gets one widget.
if (script && !document.getElementById('grainline')) {
  if (document.body) start(script);
  else document.addEventListener('DOMContentLoaded', () => start(script), { once: true });
}

function start(tag: HTMLScriptElement): void {
  const config = readConfig(tag);
  const launcher = createLauncher(config);
  const waiting: ((panel: PanelHandle) => void)[] = [];
  let loading: Promise<PanelHandle> | null = null;
  let panel: PanelHandle | null = null;
  let open = false;

  const host: PanelHost = { shadow: launcher.shadow, config, close: () => show(false), badge: launcher.badge };

  function load(): Promise<PanelHandle> {
    return (loading ??= (import(/* @vite-ignore */ `${config.baseUrl}/widget/panel.js?v=${__PANEL_VERSION__}`) as Promise<{ mount(host: PanelHost): PanelHandle }>).then((module) => {
      panel = module.mount(host);
      for (const run of waiting.splice(0)) run(panel);
      return panel;
    }, (error: unknown) => {
      // The next click tries again: networks come back.
      loading = null;
      throw error;
    }));
  }

  function show(next: boolean): void {
    open = next;
    launcher.show(next);
    if (!next) {
      panel?.setOpen(false);
      launcher.button.focus();
      return;
    }
    launcher.busy(true);
    load().then((p) => p.setOpen(open), (error: unknown) => {
      open = false;
      launcher.show(false);
      console.error('Grainline: the chat could not be loaded.', error);
    }).finally(() => launcher.busy(false));
  }

  const withPanel = (run: (p: PanelHandle) => void) => (panel ? run(panel) : void waiting.push(run));

  function command(name: string, ...rest: unknown[]): void {
    switch (name) {
      case 'open': return show(true);
      case 'close': return show(false);
      case 'identify': return withPanel((p) => p.identify((rest[0] ?? null) as never));
      case 'attributes': return withPanel((p) => p.attributes((rest[0] ?? {}) as Record<string, string>));
      default: console.warn(`Grainline: unknown command "${name}".`);
    }
  }

  const early = window.grainline?.q ?? [];
  window.grainline = command;
  for (const queued of Array.from(early)) command(...(Array.from(queued) as Command));

  launcher.button.addEventListener('click', () => show(!open));
  // A pointer on its way is a good moment to fetch; nothing is fetched for those who never come near.
  launcher.button.addEventListener('pointerenter', () => void load().catch(() => undefined), { once: true });
  if (hasLiveConversation(config.site)) (window.requestIdleCallback ?? setTimeout)(() => void load().catch(() => undefined));
}

/** Reading is not storing: the key exists only for those who have written before. */
function hasLiveConversation(site: string): boolean {
  try {
    return localStorage.getItem(liveKey(site)) !== null;
  } catch {
    return false;
  }
}
