namespace Grainline.Conversations;

/// <summary>How far each side has read, ahead of what the journal knows: marks are told at once and written with the next commit.</summary>
internal sealed class ReadMarks
{
    private long _visitor;
    private long _staff;

    public bool Unwritten { get; private set; }

    public void Restore(ConversationState state) => (_visitor, _staff) = (state.VisitorReadSeq, state.StaffReadSeq);

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
