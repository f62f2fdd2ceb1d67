namespace Grainline.Conversations;

/// <summary>Where a conversation is in its life. The legal moves are in <c>ConversationLifecycle</c>.</summary>
public enum ConversationStatus
{
    /// <summary>Exists, waits for nobody yet: no queue was asked for, or it has just left one.</summary>
    Open,

    /// <summary>In a queue's waiting line.</summary>
    Queued,

    /// <summary>One agent holds an offer for it.</summary>
    Offered,

    /// <summary>An agent serves it.</summary>
    Assigned,

    /// <summary>Its agent has put it on hold; it still takes a slot.</summary>
    OnHold,

    /// <summary>Solved; a message within the reopen window brings it back.</summary>
    Resolved,

    /// <summary>Over for good.</summary>
    Closed,
}
