import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { errorText } from '../common/errorText';
import { currentT } from '../i18n/language';
import { frontOffer, inDeadlineOrder } from '../offers/front';
import { useOfferAnswers } from '../offers/useOfferAnswers';
import { keysAreText, useUi } from '../state/ui';
import { useInbox, useWorkspace } from '../state/workspace';
import { useActions } from '../thread/actions';
import { commandOf, isWriting, type Command } from './keys';

/** Listens to the whole page. Draws nothing. */
export function ShortcutKeys() {
  const { agent } = useWorkspace();
  const inbox = useInbox();
  const selected = useUi((s) => s.selected);
  const view = selected === null ? null : (inbox.conversation(selected) ?? agent.threads.find((x) => x.conversationId === selected)?.view ?? null);
  const actions = useActions(view);
  const { accept } = useOfferAnswers();
  const { message } = App.useApp();

  const run = useRef<(command: Command) => boolean>(() => false);
  run.current = (command) => {
    const ui = useUi.getState();
    const offer = frontOffer(inDeadlineOrder(inbox.offers), ui.offer);
    const go = (index: number) => {
      const id = ui.order[Math.max(0, Math.min(index, ui.order.length - 1))];
      if (id) ui.select(id);
      return id !== undefined;
    };
    const answer = (call: Promise<unknown>) => {
      call.catch((error: unknown) => message.error(errorText(error, currentT())));
      return true;
    };
    const at = ui.selected === null ? -1 : ui.order.indexOf(ui.selected);
    switch (command.name) {
      case 'next':
        return go(at + 1);
      case 'previous':
        return go(at < 0 ? 0 : at - 1);
      case 'nth':
        return command.index < ui.order.length && go(command.index);
      case 'reply':
      case 'note':
        if (!view) return false;
        ui.write(command.name);
        return true;
      case 'transfer':
        actions.transfer();
        return actions.can.transfer;
      case 'hold':
        actions.toggleHold();
        return true;
      case 'resolve':
        actions.resolve();
        return true;
      case 'accept':
        return offer ? answer(accept(offer)) : false;
      case 'decline':
        if (!offer || ui.overlay || ui.declining) return false;
        ui.setDeclining(true);
        return true;
      case 'search':
        ui.show('inbox');
        requestAnimationFrame(() => document.getElementById('list-filter')?.focus());
        return true;
      case 'details':
        ui.setDetails(!ui.details);
        return true;
      case 'palette':
        ui.open('palette');
        return true;
      case 'help':
        ui.open('keys');
        return true;
    }
  };

  useEffect(() => {
    const listen = (e: KeyboardEvent) => {
      if (e.defaultPrevented) return;
      // A dialog has its own keys; only the palette may open over it.
      const busy = useUi.getState().overlay !== null;
      // Enter accepts only where it would otherwise do nothing.
      const idle = e.target === document.body || e.target === document.documentElement;
      const command: Command | null =
        e.key === 'Enter' && idle && !busy && !e.isComposing
          ? { name: 'accept' }
          : commandOf(e, isWriting(e.target) || busy || keysAreText(useUi.getState(), Date.now()));
      if (command && run.current(command)) {
        e.preventDefault();
        // What this key has just opened must not hear of it and close again.
        e.stopPropagation();
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return null;
}
