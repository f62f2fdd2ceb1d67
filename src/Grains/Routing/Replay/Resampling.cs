using System.Collections.Immutable;

namespace Grainline.Routing.Replay;

/// <summary>
/// Confidence intervals by the bootstrap. Conversations are drawn in blocks of neighbours, because one long wait follows another; agents one by one. Both runs are taken over the same draw, so that
/// what they share cancels out of their difference.
/// </summary>
internal sealed class Resampling(RunFigures recorded, RunFigures proposed, ulong seed)
{
    private const double Tail = 0.025;
    private const int Digits = 4;

    private readonly List<(double[] Recorded, double[] Proposed)> _draws = [];
    private Dice _dice = Dice.For(seed, "resampling");

    public void Draw()
    {
        var (block, n) = ((int)Math.Ceiling(Math.Sqrt(recorded.Conversations)), recorded.Conversations);
        var conversations = new int[n];
        for (var i = 0; i < n;)
        {
            var start = _dice.Below(n);
            for (var k = 0; k < block && i < n; k++)
                conversations[i++] = (start + k) % n;
        }

        var agents = new int[recorded.Agents];
        for (var i = 0; i < agents.Length; i++)
            agents[i] = _dice.Below(agents.Length);
        _draws.Add((recorded.Over(conversations, agents), proposed.Over(conversations, agents)));
    }

    public ImmutableArray<ReplayFigure> Recorded() => Figures(Whole(recorded), draw => draw.Recorded);

    public ImmutableArray<ReplayFigure> Proposed() => Figures(Whole(proposed), draw => draw.Proposed);

    public ImmutableArray<ReplayFigure> Difference() => Figures(Less(Whole(proposed), Whole(recorded)), draw => Less(draw.Proposed, draw.Recorded));

    public static double[] Whole(RunFigures run) => run.Over([.. Enumerable.Range(0, run.Conversations)], [.. Enumerable.Range(0, run.Agents)]);

    public static ReplayFigure Figure(string name, double value) => new(name, Math.Round(value, Digits));

    private ImmutableArray<ReplayFigure> Figures(double[] values, Func<(double[] Recorded, double[] Proposed), double[]> of)
    {
        double[][] drawn = [.. _draws.Select(of)];
        return [.. RunFigures.Names.Select((name, i) => Interval(name, values[i], [.. drawn.Select(d => d[i])]))];
    }

    private static ReplayFigure Interval(string name, double value, double[] drawn) =>
        new(name, Math.Round(value, Digits), Math.Round(Sample.Quantile(drawn, Tail), Digits), Math.Round(Sample.Quantile(drawn, 1 - Tail), Digits));

    private static double[] Less(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x - y)];
}
