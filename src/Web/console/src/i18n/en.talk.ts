/** What is said in and around a thread. */
export const enTalk = {
  conversationStatus: { open: "Open", queued: "Queued", offered: "Offered", assigned: "In progress", onHold: "On hold", resolved: "Resolved", closed: "Closed" },
  events: {
    opened: (by: string) => `${by} opened the chat`,
    queued: (_by: string, about: string) => (about ? `Queued in ${about}` : "Queued"),
    assigned: (by: string, about: string) => (about && about !== by ? `Assigned to ${about}` : `${by} took the chat`),
    held: (by: string) => `${by} put the chat on hold`,
    resumed: (by: string) => `${by} resumed the chat`,
    transferred: (by: string, about: string) => (about ? `${by} transferred the chat to ${about}` : `${by} transferred the chat`),
    resolved: (by: string) => `${by} resolved the chat`,
    reopened: (by: string) => `${by} reopened the chat`,
    closed: (by: string) => `${by} closed the chat`,
    rated: (by: string, about: string) => (about ? `${by} rated the chat: ${about}` : `${by} rated the chat`),
    returned: (_by: string, about: string) => (about ? `${about} left; back in the queue` : "Back in the queue"),
  },
  eventUnknown: (name: string) => `Event: ${name}`,
  system: "The system",
  thread: {
    label: "Messages", pickTitle: "Choose a conversation", pick: "Pick one on the left, or wait for an offer.", newLine: "New", latest: "Jump to latest", latestNew: (n: number) => (n === 1 ? "1 new message" : `${n} new messages`), loadingOlder: "Loading older messages", beginning: "This is where the conversation begins.", empty: "Nothing has been written yet.", error: "The conversation could not be loaded.", notFoundTitle: "Not for you to see yet", notFound: "This conversation does not exist, or nobody has offered or given it to you.", back: "Back to the list",
    typing: (name: string) => `${name} is typing`, preview: "not sent yet", moreEvents: (n: number) => `${n} more`, noteLabel: "Internal note", sending: "Sending", sent: "Sent", delivered: "Delivered", read: "Read", failed: "Not sent", retry: "Retry", discard: "Discard", position: (n: number) => `Position ${n}`, eta: (t: string) => `about ${t}`, actions: "Conversation actions", watching: "You are watching. Your reply will show your name.",
  },
  actions: { transfer: "Transfer", hold: "Hold", resume: "Resume", resolve: "Resolve", done: { held: "On hold.", resumed: "Resumed.", resolved: "Resolved.", transferred: "Transferred." } },
  transfer: { title: "Transfer this chat", to: "Transfer to", agent: "An agent", queue: "A queue", pickAgent: "Choose an agent", pickQueue: "Choose a queue", note: "Note for the next agent", noteHelp: "Visitors never see it.", submit: "Transfer", full: "full", error: "Agents and queues could not be loaded.", nobody: "Nobody to transfer to." },
  composer: {
    label: "Write", reply: "Reply", note: "Note", placeholderReply: (name: string) => `Reply to ${name}`, placeholderNote: "Write a note that only your team sees", send: "Send", addNote: "Add note", hint: "Enter sends, Shift+Enter starts a new line", draft: "Draft saved", tooLong: (n: number) => `${n} characters too many`, left: (n: number) => `${n} characters left`,
    blocked: { resolved: "This chat is resolved. It comes back when the visitor writes again; you can still add a note.", closed: "This chat is closed.", notYours: (name: string) => `${name} serves this chat.`, unassigned: "Nobody serves this chat yet. It will be offered to an available agent." },
  },
};
