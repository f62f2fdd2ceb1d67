namespace Grainline.Load.Shop;

/// <summary>What the seeds say together: how much shorter complex topics take under the learned policy, and whether anybody waits longer for it.</summary>
/// <param name="Against">The other policy.</param>
/// <param name="Cut">Share by which the mean handle time of complex topics falls, over seeds.</param>
/// <param name="CutWithWait">The same with the wait.</param>
/// <param name="WaitP95">Seconds by which the 95th percentile of the wait changes.</param>
internal sealed record ShopVerdict(string Against, Interval Cut, Interval CutWithWait, Interval WaitP95)
{
    public static ShopVerdict Of(string against, IReadOnlyCollection<ShopFigures> figures)
    {
        var pairs = figures.Where(f => f.Policy == ShopRun.Learned)
            .Join(figures.Where(f => f.Policy == against), f => f.Seed, f => f.Seed, (learned, other) => (learned, other)).ToArray();
        return new(
            against,
            Interval.Of([.. pairs.Select(p => 1 - (p.learned.ComplexHandle / p.other.ComplexHandle))]),
            Interval.Of([.. pairs.Select(p => 1 - (p.learned.ComplexTotal / p.other.ComplexTotal))]),
            Interval.Of([.. pairs.Select(p => p.learned.WaitP95 - p.other.WaitP95)]));
    }

    /// <summary>The whole interval must be beyond the wanted cut, and the wait not be longer.</summary>
    public bool Keeps(double cut) => Cut.Low >= cut && WaitP95.Mean <= 0;
}
