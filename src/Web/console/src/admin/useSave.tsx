import { App } from 'antd';
import { GrainlineError } from '@grainline/client';
import { useState } from 'react';
import { errorText } from '../common/errorText';
import { currentT } from '../i18n/language';

/** A refusal of what an administrator has typed: the code in our words, and what exactly in the server's. */
export function adminError(error: unknown): string {
  const { code, message } = GrainlineError.from(error);
  const words = errorText(error, currentT());
  return (code === 100 || code === 406) && message ? `${words} ${message}` : words;
}

/** Saves, says so, and offers to take it back. */
export function useSave() {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  async function run(call: () => Promise<void>): Promise<boolean> {
    setBusy(true);
    try {
      await call();
      return true;
    } catch (error) {
      void message.error(adminError(error), 8);
      return false;
    } finally {
      setBusy(false);
    }
  }
  async function save(what: string, call: () => Promise<void>, undo?: () => Promise<void>): Promise<boolean> {
    const t = currentT();
    const done = await run(call);
    if (!done) return false;
    const key = `saved ${what}`;
    const takeBack = undo && (
      <button
        type="button"
        className="link"
        onClick={() => {
          message.destroy(key);
          void run(undo).then((undone) => undone && message.success(t.admin.undone(what)));
        }}
      >
        {t.admin.undo}
      </button>
    );
    void message.success({
      key,
      duration: 8,
      content: (
        <>
          {t.admin.saved(what)} {takeBack}
        </>
      ),
    });
    return true;
  }
  return { busy, save };
}
