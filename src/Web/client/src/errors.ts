/** Numbers of docs/errors.md that clients switch on. */
export const ErrorCode = {
  invalidArgument: 100, textEmpty: 101, textTooLong: 102, invalidClientMessageId: 103, attachmentsUnsupported: 104, unknownMethod: 105,
  attachmentNotFound: 120, attachmentGone: 121, attachmentTooLarge: 122, attachmentTypeRefused: 123, attachmentRefused: 124, attachmentNotReady: 125,
  attachmentUsed: 126, uploadOffsetMismatch: 127, checksumMismatch: 128, uploadBusy: 129, uploadLimit: 130, uploadVersion: 131, linkExpired: 132,
  unauthenticated: 200, sessionExpired: 201, forbidden: 202, wrongCredentials: 203, accountLocked: 204, unknownSite: 205,
  originNotAllowed: 206, identityNotProven: 207, demoLoopbackOnly: 208, setupCodeInvalid: 209, nameTaken: 210,
  conversationNotFound: 300, conversationEnded: 301, illegalTransition: 302, notYourConversation: 303, alreadyRated: 304,
  offerGone: 400, agentAtCapacity: 401, agentUnavailable: 402, queueNotFound: 403, agentNotFound: 404, nothingWaiting: 405, skillInUse: 406,
  ticketNotFound: 600, ticketChanged: 601, ticketBusy: 602, ticketEnded: 603, triggerNotAllowed: 604, fieldsInvalid: 605, definitionInvalid: 606,
  definitionInUse: 607, definitionNotFound: 608, formWouldBreakTickets: 609, tooLateToUndo: 610, searchTooBroad: 611, linkNotAllowed: 612,
  internal: 500, overloaded: 501, timedOut: 502, rateLimited: 503, storageUnavailable: 504, draining: 505,
  /** Made by the client: the call's fate is unknown because the link broke under it. */
  linkLost: 900,
} as const;

/** A refusal of the server, or of the link to it. `temporary` tells whether the same call may succeed later. */
export class GrainlineError extends Error {
  override readonly name = 'GrainlineError';

  constructor(readonly code: number, message: string) {
    super(message);
  }

  get temporary(): boolean {
    return (this.code >= 500 && this.code < 600) || this.code === ErrorCode.ticketBusy || this.code === ErrorCode.linkLost;
  }

  /** The server answered the call: the link is well. */
  get aboutCall(): boolean {
    return this.code !== ErrorCode.linkLost && this.code !== ErrorCode.timedOut;
  }

  /** The session, not the request, was refused: a newer token may help. */
  get aboutSession(): boolean {
    return this.code === ErrorCode.unauthenticated || this.code === ErrorCode.sessionExpired;
  }

  /**
   * Reads `code: message` wherever it stands in the text: SignalR puts its own words before it.
   * A text without a code is a server that failed to say why (500) or a link that broke (900).
   */
  static from(error: unknown): GrainlineError {
    if (error instanceof GrainlineError) return error;
    const text = error instanceof Error ? error.message : String(error);
    const coded = /(?:^|HubException: )(\d{3,4}): ([\s\S]*)$/.exec(text);
    if (coded) return new GrainlineError(Number(coded[1]), coded[2] ?? '');
    const ours = /unexpected error occurred invoking|HubException/.test(text);
    return new GrainlineError(ours ? ErrorCode.internal : ErrorCode.linkLost, text);
  }
}
