import type { ConversationView } from '@grainline/client';
import { App } from 'antd';
import { useState } from 'react';
import { errorText } from '../common/errorText';
import { useT } from '../i18n/language';
import { useUi } from '../state/ui';

/** Taking a conversation opens it with the cursor in the composer; `taking` names what is on its way. */
export function useTaking() {
  const t = useT();
  const { message } = App.useApp();
  const [taking, setTaking] = useState<string | null>(null);
  async function take(key: string, call: () => Promise<ConversationView>) {
    setTaking(key);
    useUi.setState({ accepting: true });
    try {
      const view = await call();
      const { setTab, select, write } = useUi.getState();
      setTab('mine');
      select(view.conversationId);
      write('reply');
    } catch (error) {
      void message.error(errorText(error, t));
    } finally {
      useUi.setState({ accepting: false });
      setTaking(null);
    }
  }
  return { taking, take };
}
