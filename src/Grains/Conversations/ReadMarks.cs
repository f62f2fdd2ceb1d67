using Orleans.Runtime;

namespace Grainline.Conversations;

/// <summary>How far each side has read, ahead of what the journal knows: marks are told at once and written with the next commit.</summary>
internal sealed class ReadMarks
{
    private const string Luggage = "read-marks";

    private long _visitor;
    private long _staff;

    public bool Unwritten { get; private set; }

    /// <summary>Takes over what the journal knows. True when marks that came along with a migration are ahead of it, and so unwritten.</summary>
    public bool Restore(ConversationState state)
    {
        Unwritten = _visitor > state.VisitorReadSeq || _staff > state.StaffReadSeq;
        (_visitor, _staff) = (Math.Max(_visitor, state.VisitorReadSeq), Math.Max(_staff, state.StaffReadSeq));
        return Unwritten;
    }

    public void Pack(IDehydrationContext luggage) => luggage.TryAddValue(Luggage, new[] { _visitor, _staff });

    public void Unpack(IRehydrationContext luggage)
    {
        if (luggage.TryGetValue<long[]>(Luggage, out var marks))
            (_visitor, _staff) = (marks[0], marks[1]);
    }

    /// <summary>True when this was news.</summary>
    public bool Advance(ActorKind side, long seq)
    {
        ref var mark = ref side == ActorKind.Visitor ? ref _visitor : ref _staff;
        if (seq <= mark)
            return false;
        mark = seq;
        return Unwritten = true;
    }

    /// <summary>The event that writes them; they count as written from here on.</summary>
    public ReadMarked Take()
    {
        Unwritten = false;
        return new(_visitor, _staff);
    }

    public ConversationView On(ConversationView view) => view with { VisitorReadSeq = _visitor, StaffReadSeq = _staff };
}
