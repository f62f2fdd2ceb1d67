import type { LogEntry } from '@grainline/client';
import type { PendingText } from './memory';
import type { Line } from './state';

export const lineOf = (e: LogEntry): Line => ({
  key: e.key, seq: e.seq, kind: e.kind, author: e.author.kind, authorName: e.author.name, text: e.text, files: e.attachments, at: e.at, about: e.about,
  mine: e.mine, state: e.state, errorCode: e.error?.code ?? null,
});

export const lineOfPending = (p: PendingText): Line => ({
  key: p.id, seq: null, kind: 'text', author: 'visitor', authorName: '', text: p.text, files: p.files ?? [], at: p.at, about: null,
  mine: true, state: p.errorCode === null ? 'sending' : 'failed', errorCode: p.errorCode,
});
