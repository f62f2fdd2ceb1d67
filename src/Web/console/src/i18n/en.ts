import { enCodes } from "./en.codes";
import { enTalk } from "./en.talk";

/** English is the measure: every other language has exactly these keys (test/i18n.test.ts) with the same arguments (the compiler). */
export const en = {
  ...enCodes,
  ...enTalk,
  app: { name: "Grainline", console: "Agent console", skip: "Skip to the conversation", loading: "Loading", cancel: "Cancel", retry: "Try again", copy: "Copy", copied: "Copied" },
  language: { label: "Language", en: "English", "zh-CN": "简体中文" },
  appearance: { label: "Appearance", light: "Light", dark: "Dark", system: "Like the system" },
  login: {
    title: "Welcome back", lead: "Log in to talk to your customers.", login: "Login", password: "Password", keep: "Keep me signed in", submit: "Log in",
    missingLogin: "Enter your login.", missingPassword: "Enter your password.", expired: "Your session has ended. Log in again.", loggedOut: "You are logged out.",
    motto: "Every message, once and in order.", mottoMore: "One quiet place for the conversations that matter.",
  },
  setup: {
    title: "Set up Grainline", lead: "Create your company and its first administrator. The code was printed when the server started.", code: "One-time code", tenantName: "Company name", tenant: "Company id",
    tenantHelp: "Lower-case letters, digits and hyphens.", name: "Your name", login: "Login", password: "Password", passwordHelp: "At least 10 characters.", repeat: "Repeat the password",
    origins: "Web sites that show the chat", originsHelp: "One origin a line, such as https://shop.example", submit: "Create and log in", required: "This is needed.", badTenant: "Use 2 to 40 lower-case letters, digits or hyphens.",
    badLogin: "Use 2 to 120 Latin letters, digits or signs, without spaces or /.", shortPassword: "Use at least 10 characters.", mismatch: "The passwords differ.", badOrigin: (line: string) => `"${line}" is not an origin such as https://shop.example`, back: "Back to log in",
  },
  rail: { label: "Main", inbox: "Inbox", overview: "Live overview", help: "Keyboard shortcuts", palette: "Jump to anything", account: "Account", logOut: "Log out", mute: "Mute the offer sound", unmute: "Sound on offers", roles: { agent: "Agent", supervisor: "Supervisor", admin: "Administrator" } },
  status: {
    label: "Your status", available: "Available", busy: "Busy", away: "Away", offline: "Offline", load: (load: number, capacity: number) => `${load} of ${capacity} chats`,
    noReason: "No reason",
    reasons: { lunch: "Lunch", break: "Break", meeting: "Meeting", training: "Training", "follow-up": "Follow-up work", "missed-offer": "An offer was missed", "missed offer": "An offer was missed", "left": "Connection was lost", "connection-lost": "Connection was lost" } as Record<string, string>,
    failed: "Your status could not be changed.",
  },
  link: { online: "Connected", connecting: "Connecting", resuming: "Reconnecting", offline: "Offline", refused: "Disconnected", offlineUnsent: (n: number) => (n === 0 ? "Offline" : n === 1 ? "Offline, 1 message will be sent" : `Offline, ${n} messages will be sent`), stale: (time: string) => `Last updated ${time}`, retryNow: "Connect now", replaced: "The server has ended this connection." },
  list: {
    label: "Conversations", mine: "Mine", queue: "Queue", all: "All", filter: "Filter conversations", clear: "Clear filters", queueFilter: "Queue", anyQueue: "Any queue", statusFilter: "Status", anyStatus: "Any status", unassigned: "Unassigned", unread: (n: number) => `${n} unread`, you: "You",
    emptyMine: { available: "No chats. You are Available; new ones will be offered here.", availableWait: (longest: string, n: number) => `No chats. You are Available; ${n} waiting, the longest for ${longest}.`, busy: "No chats. You are Busy; nothing will be offered.", away: "No chats. You are Away; nothing will be offered.", offline: "No chats. You are Offline; go Available to receive some." },
    emptyQueue: "Nobody is waiting. Well done.", emptyAll: "No conversations yet.", emptyTitle: "All quiet", filteredTitle: "Nothing matches", filtered: (n: number) => `${n} conversations are hidden by your filters.`, goAvailable: "Go Available",
    error: "The list could not be loaded.", more: "Load more", overdue: (n: number) => (n === 1 ? "1 chat is overdue" : `${n} chats are overdue`), goOverdue: "Go to the longest",
  },
  offer: { label: "Offers", title: "New chat", waited: (time: string) => `waiting ${time}`, left: (s: number) => `${s} s left`, accept: "Accept", decline: "Decline", why: "Why decline?", reasons: { busy: "Too busy now", skill: "Not my field", language: "Not my language", break: "About to take a break" }, noText: "No message yet", announced: (name: string, queue: string) => `New chat from ${name} in ${queue}`, more: (n: number) => `and ${n} more`, expiredOne: (name: string) => `The offer of ${name} has moved on.` },
  context: { label: "Details", show: "Show details", hide: "Hide details", visitor: "Visitor", verified: "Verified", unverified: "Not verified", verifiedHelp: "The shop has signed this visitor's identity.", unverifiedHelp: "Nobody has proved this identity.", email: "Email", language: "Language", page: "Current page", attributes: "Attributes", noAttributes: "The site sends no attributes.", facts: "Conversation", opened: "Opened", waited: "Waiting since", queue: "Queue", assignee: "Assignee", status: "Status", rating: "Rating", ratingOf: (n: number) => `${n} of 5`, id: "Conversation ID", visitorId: "Visitor ID", subject: "Subject" },
  overview: { title: "Live overview", queues: "Queues", agents: "Agents", queue: "Queue", waiting: "Waiting", longest: "Longest wait", staff: "Agents available", policy: "Routing policy", updated: (time: string) => `Updated ${time}`, error: "The overview could not be loaded.", noPermission: "Only supervisors and administrators see this.", noPermissionTitle: "Not for your role", emptyQueues: "No queues yet.", emptyAgents: "No agents yet.", waitingTotal: "Waiting now", availableTotal: "Agents available", loadTotal: "Slots in use", showChats: "Show chats" },
  palette: { placeholder: "Jump to a conversation or an action", empty: "Nothing matches.", conversations: "Conversations", actions: "Actions" },
  keys: {
    title: "Keyboard shortcuts", note: "Single keys work while you are not writing.", next: "Next conversation", previous: "Previous conversation", reply: "Reply", note_: "Internal note", transfer: "Transfer", hold: "Hold or resume", resolve: "Resolve", accept: "Accept the offer", decline: "Decline the offer", search: "Filter the list", palette: "Jump to anything", nth: "Open the nth conversation", help: "This help", send: "Send", newline: "New line", details: "Show or hide details",
  },
  time: { now: "now", s: (n: number) => `${n} s`, m: (n: number) => `${n} min`, h: (n: number, m: number) => (m ? `${n} h ${m} min` : `${n} h`), d: (n: number) => `${n} d`, today: "Today", yesterday: "Yesterday", waiting: (t: string) => `Waiting ${t}`, soon: (t: string) => `Waiting ${t}, answer soon`, overdue: (t: string) => `Overdue by ${t}`, overdueShort: (t: string) => `+${t}` },
};

type Widen<T> = T extends (...args: infer A) => string ? (...args: A) => string : T extends string ? string : { [K in keyof T]: Widen<T[K]> };

export type Dictionary = Widen<typeof en>;
