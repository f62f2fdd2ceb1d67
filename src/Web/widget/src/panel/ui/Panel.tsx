import { useEffect, useRef, useState } from 'preact/hooks';
import type { Chat as ChatModel, WidgetState } from '../state';
import { useAround } from './context';
import { Chat } from './Chat';
import { Form } from './Form';
import { Home } from './Home';

const narrow = '(max-width: 479px)';

/** The dialog: which page it shows, where the focus goes. */
export function Panel({ chat, open }: { chat: ChatModel; open: boolean }) {
  const { t, config, close, actions } = useAround();
  const [state, setState] = useState<WidgetState>(chat.state);
  const [page, setPage] = useState<'home' | 'chat' | 'form'>('home');
  const dialog = useRef<HTMLDivElement>(null);
  /** Whether somebody has chosen a page since the panel was opened. */
  const chosen = useRef(false);
  const [full, setFull] = useState(() => matchMedia(narrow).matches);

  useEffect(() => {
    const look = () => setState(chat.state);
    // Effects run after the first drawing: what happened in between counts too.
    look();
    return chat.subscribe(look);
  }, [chat]);
  useEffect(() => {
    const media = matchMedia(narrow);
    const look = () => setFull(media.matches);
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, []);
  useEffect(() => {
    if (!open) return;
    chosen.current = false;
    actions.greet();
    requestAnimationFrame(() => focusFirst(dialog.current));
  }, [open]);
  // Who left in the middle of a chat comes back to it, also when it is known only after the panel was opened.
  useEffect(() => {
    if (open && !chosen.current && state.active && state.conversation?.status !== 'closed') setPage('chat');
  }, [open, state.active]);
  useEffect(() => { if (open) focusFirst(dialog.current); }, [page]);

  function go(to: typeof page) {
    chosen.current = true;
    setPage(to);
  }

  function onKeyDown(e: KeyboardEvent) {
    if (e.key === 'Escape' && !e.isComposing) {
      e.stopPropagation();
      close();
    } else if (e.key === 'Tab' && full) trap(e, dialog.current!);
  }

  return (
    <div class={`panel ${open ? 'open' : ''}`} ref={dialog} role="dialog" aria-label={state.siteName ? `${t.dialog}: ${state.siteName}` : t.dialog} aria-modal={full}
      inert={!open} lang={config.lang === 'zh' ? 'zh-CN' : 'en'} onKeyDown={onKeyDown}>
      {page === 'home'
        ? <Home state={state} enter={() => go('chat')} open={(id) => { actions.open(id); go('chat'); }} form={() => go('form')} />
        : page === 'form'
          ? <Form state={state} back={() => go('home')} />
          : <Chat state={state} open={open} back={() => go('home')} form={() => go('form')} />}
    </div>
  );
}

function focusFirst(dialog: HTMLElement | null): void {
  dialog?.querySelector<HTMLElement>('.fill input, textarea:not([disabled]), [data-first]')?.focus({ preventScroll: true });
}

/** Full screen hides the page, so the focus must not wander there. */
function trap(e: KeyboardEvent, dialog: HTMLElement): void {
  const all = [...dialog.querySelectorAll<HTMLElement>('button:not([disabled]), textarea:not([disabled]), input, a[href], [tabindex="0"]')];
  const active = (dialog.getRootNode() as ShadowRoot).activeElement;
  const edge = e.shiftKey ? all[0] : all.at(-1);
  if (active !== edge) return;
  e.preventDefault();
  (e.shiftKey ? all.at(-1) : all[0])?.focus();
}
