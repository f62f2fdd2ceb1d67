using Grainline.Load.Talk;

namespace Grainline.Load.Faults;

/// <summary>
/// Whether a conversation has caught up after a fault: every post that was due before its end is acknowledged, and both sides have seen up to there. Posts that
/// came due later do not count, so that a talk which never rests can recover.
/// </summary>
internal sealed class PairRecovery(Pair pair, long end)
{
    private long? _mustSee;

    public bool IsWhole
    {
        get
        {
            if (_mustSee is null && !pair.Visitor.Owes(end) && !pair.Agent.Owes(end))
                _mustSee = Math.Max(pair.Visitor.AcknowledgedSeq, pair.Agent.AcknowledgedSeq);
            return pair.VisitorView.View.Last >= _mustSee && pair.AgentView.View.Last >= _mustSee;
        }
    }
}
