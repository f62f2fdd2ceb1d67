using Grainline.Agents;

namespace Grainline.Routing.Replay;

/// <summary>One conversation's way through the queue, as the journal has it.</summary>
/// <param name="number">Counts visits of the same conversation: who comes back is somebody new.</param>
internal sealed class RecordedVisit(WaitingConversation conversation, DateTimeOffset at, int number)
{
    public WaitingConversation Conversation { get; private set; } = number == 0 ? conversation : conversation with { ConversationId = $"{conversation.ConversationId}#{number + 1}" };

    public DateTimeOffset At => at;

    public DateTimeOffset? OfferedAt { get; set; }

    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>One of <see cref="LeftBecause"/>.</summary>
    public string? Because { get; set; }

    /// <summary>Null when nobody did.</summary>
    public string? ServedBy { get; set; }

    public double? HandleSeconds { get; set; }

    public bool Resolved { get; set; } = true;

    public int? Score { get; set; }

    public bool Abandoned => ServedBy is null && Because == LeftBecause.Closed;

    /// <summary>From joining until it left; null while it still waited.</summary>
    public TimeSpan? Waited => LeftAt - at;

    /// <summary>Topic or priority have been changed while it waited. Its beginning stays.</summary>
    public void Became(WaitingConversation changed) => Conversation = changed with { ConversationId = Conversation.ConversationId };
}
