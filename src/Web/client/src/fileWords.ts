import type { AttachmentView } from './wire';

/** A size as people read it: `812 B`, `1.4 MB`. */
export function fileSize(bytes: number, locale?: string): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024))));
  const value = bytes / 1024 ** step;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: step > 0 && value < 10 ? 1 : 0 }).format(value)} ${units[step]}`;
}

/** Whether every browser draws it. */
export const isPicture = (contentType: string): boolean => /^image\/(png|jpeg|gif|webp)$/.test(contentType);

/** What a list shows of a message: files without words are known by the first one's name. */
export const wordsOf = (message: { text: string; attachments?: readonly AttachmentView[] | undefined }): string =>
  message.text !== '' ? message.text : (message.attachments?.[0]?.name ?? '');
