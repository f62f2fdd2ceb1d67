import { GrainlineError } from '@grainline/client';
import type { Dictionary } from '../i18n/en';

/** A closed socket's reason may begin with the code of the refusal behind it. */
export function farewellText(error: unknown, t: Dictionary): string {
  const message = error instanceof Error ? error.message : '';
  return /^\d{3}: /.test(message) ? errorText(new Error(message), t) : t.link.replaced;
}

/** A refusal in the reader's words: the code decides, the server's English text is for logs. */
export function errorText(error: unknown, t: Dictionary): string {
  const { code } = GrainlineError.from(error);
  if (code === 900) return t.errorNetwork;
  return t.errors[code] ?? t.errorUnknown(code);
}
