import { useState } from 'react';
import type { Errors } from './rules';
import { useSave } from './useSave';

interface Saving {
  what: string;
  save: () => Promise<void>;
  undo: () => Promise<void>;
}

/** A form shows what is wrong from the first try to save on; it is saved only when nothing is. */
export function useSubmit(wrong: Errors, saving: () => Saving) {
  const [tried, setTried] = useState(false);
  const { busy, save } = useSave();
  async function submit() {
    setTried(true);
    if (Object.keys(wrong).length > 0) return;
    const next = saving();
    if (await save(next.what, next.save, next.undo)) setTried(false);
  }
  return { errors: tried ? wrong : {}, busy, submit };
}
