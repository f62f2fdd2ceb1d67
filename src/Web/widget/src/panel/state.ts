import type { AttachmentView, ConversationView, DeliveryState, LinkState, MessageKind, ActorKind, SignedIdentity } from '@grainline/client';

export interface Line {
  key: string;
  seq: number | null;
  kind: MessageKind;
  author: ActorKind;
  authorName: string;
  text: string;
  files?: AttachmentView[];
  at: string;
  about: string | null;
  mine: boolean;
  state: DeliveryState | null;
  /** Code of docs/errors.md when `state` is failed. */
  errorCode: number | null;
}

/** Everything the panel draws. Plain data: it travels between tabs. */
export interface WidgetState {
  link: LinkState | 'idle';
  /** Why the server sends this visitor away, or null. */
  refused: number | null;
  siteName: string;
  recent: ConversationView[];
  conversation: ConversationView | null;
  /** A conversation is being shown or begun. */
  active: boolean;
  loaded: boolean;
  lines: Line[];
  unread: number;
  typing: string | null;
  /** Epoch milliseconds until which the server wants fewer messages. */
  limitedUntil: number | null;
  /** Messages not acknowledged yet. */
  unsent: number;
}

export const emptyState: WidgetState = {
  link: 'idle', refused: null, siteName: '', recent: [], conversation: null, active: false, loaded: false, lines: [], unread: 0,
  typing: null, limitedUntil: null, unsent: 0,
};

/** What the panel may ask for, whichever tab holds the socket. Arguments are plain data. */
export interface Actions {
  /** The panel was opened: fetch what home shows. */
  greet(): void;
  /** `id` becomes the client message id: asked twice, it is sent once. */
  send(text: string, attributes: Record<string, string>, id: string, files?: AttachmentView[]): void;
  retry(key: string): void;
  discard(key: string): void;
  typing(preview: string): void;
  read(): void;
  end(): void;
  rate(score: number, comment: string): void;
  open(conversationId: string): void;
  /** Forgets the shown conversation, so that the next message begins a new one. */
  fresh(): void;
  identify(identity: SignedIdentity | null): void;
}

export type ActionName = keyof Actions;

export interface Chat {
  readonly state: WidgetState;
  subscribe(listener: () => void): () => void;
  readonly actions: Actions;
}
