namespace Grainline.Conversations;

/// <summary>Everything that can move a conversation.</summary>
internal enum ConversationTrigger
{
    /// <summary>Into a queue's line: at first, by transfer, or because its agent left.</summary>
    Enqueue,

    /// <summary>An agent holds an offer.</summary>
    Offer,

    /// <summary>The offer was declined, expired or cancelled.</summary>
    Lapse,

    /// <summary>An agent takes it.</summary>
    Assign,

    /// <summary>An agent takes it out of the line unasked.</summary>
    Pull,
    Hold,
    Resume,
    Resolve,

    /// <summary>The visitor writes again after it was resolved.</summary>
    Reopen,
    Close,
}
