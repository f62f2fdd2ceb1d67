using Grainline.Refusals;
using static Grainline.Conversations.ConversationStatus;
using static Grainline.Conversations.ConversationTrigger;

namespace Grainline.Conversations;

/// <summary>The legal moves of a conversation. What is not listed is refused, never ignored.</summary>
internal static class ConversationLifecycle
{
    public static Outcome<ConversationStatus> Next(ConversationStatus from, ConversationTrigger trigger) => (from, trigger) switch
    {
        (Open, Enqueue) => Queued,
        (Open, Assign) => Assigned,
        (Open, Resolve) => Resolved,
        (Open, Close) => Closed,

        (Queued, Enqueue) => Queued,
        (Queued, Offer) => Offered,
        (Queued, Assign) => Assigned,
        (Queued, Pull) => Assigned,
        (Queued, Resolve) => Resolved,
        (Queued, Close) => Closed,

        (Offered, Enqueue) => Queued,
        (Offered, Lapse) => Queued,
        (Offered, Assign) => Assigned,
        (Offered, Resolve) => Resolved,
        (Offered, Close) => Closed,

        (Assigned, Enqueue) => Queued,
        (Assigned, Assign) => Assigned,
        (Assigned, Hold) => OnHold,
        (Assigned, Resolve) => Resolved,
        (Assigned, Close) => Closed,

        (OnHold, Enqueue) => Queued,
        (OnHold, Assign) => Assigned,
        (OnHold, Resume) => Assigned,
        (OnHold, Resolve) => Resolved,
        (OnHold, Close) => Closed,

        (Resolved, Reopen) => Queued,
        (Resolved, Close) => Closed,

        (Closed, _) => new Refusal(ErrorCode.ConversationEnded, "The conversation is closed."),
        _ => new Refusal(ErrorCode.IllegalTransition, $"A conversation that is {from} cannot {trigger}."),
    };
}
