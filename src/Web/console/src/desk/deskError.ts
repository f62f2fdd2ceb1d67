import { ErrorCode, GrainlineError } from '@grainline/client';
import { errorText } from '../common/errorText';
import { currentT } from '../i18n/language';

/** Refusals that name what exactly is wrong: the code in our words, the rest in the server's. */
const naming = new Set<number>([ErrorCode.invalidArgument, ErrorCode.fieldsInvalid, ErrorCode.definitionInvalid, ErrorCode.definitionInUse]);

export function deskError(error: unknown): string {
  const { code, message } = GrainlineError.from(error);
  const words = errorText(error, currentT());
  return naming.has(code) && message ? `${words} ${message}` : words;
}
