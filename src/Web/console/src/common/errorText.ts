import { GrainlineError } from '@grainline/client';
import type { Dictionary } from '../i18n/en';

/** A refusal in the reader's words: the code decides, the server's English text is for logs. */
export function errorText(error: unknown, t: Dictionary): string {
  const { code } = GrainlineError.from(error);
  if (code === 900) return t.errorNetwork;
  return t.errors[code] ?? t.errorUnknown(code);
}
