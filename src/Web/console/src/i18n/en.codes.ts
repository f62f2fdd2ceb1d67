/** What the server may refuse, by the numbers of docs/errors.md. */
export const enCodes = {
  errors: {
    100: "Something in this request is not valid.", 101: "The message is empty.", 102: "The message is too long.", 103: "The message could not be identified. Try again.", 104: "Files cannot be sent yet.", 105: "The server does not know this action. Reload the page.",
    200: "You are not logged in.", 201: "Your session has ended. Log in again.", 202: "You are not allowed to do this.", 203: "Login or password is wrong.", 204: "Too many attempts. This account is locked for a while.", 205: "This site is unknown.", 206: "This web origin is not allowed.", 207: "The visitor's identity is not proven.", 208: "Demonstration accounts work on this machine only.", 209: "The set-up code is wrong or used.", 210: "This name is taken.",
    300: "There is no such conversation.", 301: "This conversation is closed.", 302: "This is not possible in the conversation's present state.", 303: "Somebody else serves this conversation.", 304: "The conversation has been rated already.",
    400: "This offer is gone.", 401: "The agent has no free slot.", 402: "The agent is not available.", 403: "There is no such queue.", 404: "There is no such agent.",
    500: "The server made a mistake. Try again.", 501: "The server is very busy. Try again in a moment.", 502: "The server took too long. Try again.", 503: "That was too fast. Wait a moment.", 504: "The server cannot save right now. Try again soon.", 505: "The server is restarting. Reconnecting.",
  } as Record<number, string>,
  errorUnknown: (code: number) => `Something went wrong (${code}).`,
  errorNetwork: "The server cannot be reached.",
};
