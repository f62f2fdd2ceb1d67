namespace Grainline.Routing.Replay;

/// <summary>The figures of one run over a selection of its conversations and agents, so that they can be taken again over resamples.</summary>
internal sealed class RunFigures(Course course, ServiceTarget target)
{
    public static readonly string[] Names = ["waitMean", "waitP50", "waitP95", "serviceLevel", "handleMean", "abandonment", "occupancy", "fairness"];

    private readonly AgentWork[] _work = [.. course.Work.Where(work => work.Staffed > TimeSpan.Zero)];

    public int Conversations => course.Passages.Count;

    public int Agents => _work.Length;

    /// <summary>In the order of <see cref="Names"/>.</summary>
    /// <param name="conversations">Indices, any of them as often as it likes.</param>
    /// <param name="agents">Indices of the agents that were there.</param>
    public double[] Over(ReadOnlySpan<int> conversations, ReadOnlySpan<int> agents)
    {
        var waits = new double[conversations.Length];
        var (served, handle, kept, gone) = (0, 0.0, 0, 0);
        for (var i = 0; i < waits.Length; i++)
        {
            var passage = course.Passages[conversations[i]];
            waits[i] = passage.Wait.TotalSeconds;
            gone += passage.End == PassageEnd.Abandoned ? 1 : 0;
            if (passage.End != PassageEnd.Served)
                continue;
            (served, handle) = (served + 1, handle + passage.Handle.TotalSeconds);
            kept += waits[i] <= target.Seconds ? 1 : 0;
        }

        var (busy, staffed, occupancies) = (0.0, 0.0, new double[agents.Length]);
        for (var i = 0; i < agents.Length; i++)
        {
            var work = _work[agents[i]];
            (busy, staffed, occupancies[i]) = (busy + work.Busy.TotalSeconds, staffed + work.Staffed.TotalSeconds, work.Occupancy);
        }

        var mean = Sample.Mean(waits);
        Array.Sort(waits);
        return
        [
            mean, Of(waits, 0.5), Of(waits, 0.95), Share(kept, served + gone), served == 0 ? 0 : handle / served, Share(gone, waits.Length),
            staffed == 0 ? 0 : busy / staffed, Sample.Jain(occupancies),
        ];
    }

    private static double Of(double[] sorted, double share) => sorted.Length == 0 ? 0 : Sample.OfSorted(sorted, share);

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
