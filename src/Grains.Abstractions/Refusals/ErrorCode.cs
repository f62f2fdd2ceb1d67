namespace Grainline.Refusals;

/// <summary>
/// Every refusal the cluster may give. The number travels on the wire and never changes its meaning; <c>docs/errors.md</c> says for each whether
/// trying again can help and what a client does next. 1xx: the request; 2xx: who asks; 3xx: conversations; 4xx: agents and queues; 5xx: temporary; 6xx: tickets.
/// </summary>
public enum ErrorCode
{
    InvalidArgument = 100,
    TextEmpty = 101,
    TextTooLong = 102,
    InvalidClientMessageId = 103,
    AttachmentsUnsupported = 104,
    UnknownMethod = 105,

    AttachmentNotFound = 120,
    AttachmentGone = 121,
    AttachmentTooLarge = 122,
    AttachmentTypeRefused = 123,
    AttachmentRefused = 124,
    AttachmentNotReady = 125,
    AttachmentUsed = 126,
    UploadOffsetMismatch = 127,
    ChecksumMismatch = 128,
    UploadBusy = 129,
    UploadLimit = 130,
    UploadVersion = 131,
    LinkExpired = 132,

    Unauthenticated = 200,
    SessionExpired = 201,
    Forbidden = 202,
    WrongCredentials = 203,
    AccountLocked = 204,
    UnknownSite = 205,
    OriginNotAllowed = 206,
    IdentityNotProven = 207,
    DemoLoopbackOnly = 208,
    SetupCodeInvalid = 209,
    NameTaken = 210,

    ConversationNotFound = 300,
    ConversationEnded = 301,
    IllegalTransition = 302,
    NotYourConversation = 303,
    AlreadyRated = 304,

    OfferGone = 400,
    AgentAtCapacity = 401,
    AgentUnavailable = 402,
    QueueNotFound = 403,
    AgentNotFound = 404,
    NothingWaiting = 405,
    SkillInUse = 406,
    NotEnoughLearned = 410,

    TicketNotFound = 600,
    TicketChanged = 601,
    TicketBusy = 602,
    TicketEnded = 603,
    TriggerNotAllowed = 604,
    FieldsInvalid = 605,
    DefinitionInvalid = 606,
    DefinitionInUse = 607,
    DefinitionNotFound = 608,
    FormWouldBreakTickets = 609,
    TooLateToUndo = 610,
    SearchTooBroad = 611,
    LinkNotAllowed = 612,

    Internal = 500,
    Overloaded = 501,
    TimedOut = 502,
    RateLimited = 503,
    StorageUnavailable = 504,
    Draining = 505,
}
