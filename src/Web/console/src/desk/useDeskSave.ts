import { App } from 'antd';
import { useState } from 'react';
import { currentT } from '../i18n/language';
import { useDeskStore } from '../state/desk';
import { useWorkspace } from '../state/workspace';
import { deskError } from './deskError';

/** Saves or publishes something of the desk and reads the desk again; what the server has against it stays on the page. */
export function useDeskSave() {
  const { agent } = useWorkspace();
  const { load } = useDeskStore();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  async function save(done: string | null, call: () => Promise<unknown>, refused?: (error: unknown) => void): Promise<boolean> {
    setBusy(true);
    setFault(null);
    try {
      await call();
      if (done !== null) {
        await load(agent);
        void message.success(done);
      }
      return true;
    } catch (error) {
      setFault(deskError(error));
      refused?.(error);
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { busy, fault, clearFault: () => setFault(null), save, saved: (what: string) => currentT().admin.saved(what) };
}
