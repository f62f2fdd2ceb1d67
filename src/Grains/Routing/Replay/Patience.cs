namespace Grainline.Routing.Replay;

/// <summary>
/// How long visitors wait before they give up. Who gave up has said so; who was served would have waited longer, for as long as those did who were not served by then: drawn from the survival
/// curve of Kaplan and Meier (1958) beyond the wait that was recorded.
/// </summary>
internal sealed class Patience
{
    private readonly List<(double Seconds, double Surviving)> _curve = [];

    public Patience(IEnumerable<RecordedVisit> visits)
    {
        var ordered = visits.Where(v => v.Waited is not null).Select(v => (Seconds: v.Waited!.Value.TotalSeconds, v.Abandoned)).OrderBy(v => v.Seconds).ToArray();
        var surviving = 1.0;
        for (var i = 0; i < ordered.Length;)
        {
            var (at, risk, gone) = (ordered[i].Seconds, ordered.Length - i, 0);
            for (; i < ordered.Length && ordered[i].Seconds == at; i++)
                gone += ordered[i].Abandoned ? 1 : 0;
            if (gone == 0)
                continue;
            surviving *= 1 - ((double)gone / risk);
            _curve.Add((at, surviving));
        }
    }

    /// <summary>Null for somebody who waits as long as it takes.</summary>
    public TimeSpan? Of(RecordedVisit visit, ulong seed)
    {
        if (visit.Abandoned)
            return visit.Waited;
        var waited = visit.Waited?.TotalSeconds ?? 0;
        var until = Dice.For(seed, visit.Conversation.ConversationId).Unit() * Surviving(waited);
        foreach (var (seconds, surviving) in _curve)
        {
            if (seconds > waited && surviving <= until)
                return TimeSpan.FromSeconds(seconds);
        }

        return null;
    }

    private double Surviving(double seconds)
    {
        var surviving = 1.0;
        foreach (var step in _curve)
        {
            if (step.Seconds > seconds)
                break;
            surviving = step.Surviving;
        }

        return surviving;
    }
}
