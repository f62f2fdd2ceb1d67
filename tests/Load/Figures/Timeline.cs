namespace Grainline.Load.Figures;

/// <param name="At">End of the second, in seconds since the measurement began; before it in the warm-up.</param>
/// <param name="CpuShare">Of all processes of the system, in cores; null when they cannot be seen.</param>
internal readonly record struct Sample(double At, double DeliveredPerSecond, double? CpuShare);

/// <summary>How a run develops, second by second, the warm-up included.</summary>
internal sealed class Timeline(Func<long> delivered, IMeasured measured)
{
    private readonly List<(long At, double Rate, double? Cpu)> _samples = [];

    /// <summary>Takes a sample a second until cancelled.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var (before, count, cpu) = (Clock.Now, delivered(), Cpu());
        try
        {
            while (await tick.WaitForNextTickAsync(cancellation))
            {
                var (now, countNow, cpuNow) = (Clock.Now, delivered(), Cpu());
                var seconds = (now - before) / 1e9;
                _samples.Add((now, (countNow - count) / seconds, (cpuNow - cpu) / seconds));
                (before, count, cpu) = (now, countNow, cpuNow);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
            return;
        }
    }

    /// <param name="began">When measuring began, by <see cref="Clock"/>.</param>
    public Sample[] Since(long began) => [.. _samples.Select(sample => new Sample((sample.At - began) / 1e9, sample.Rate, sample.Cpu))];

    private double? Cpu()
    {
        var table = ProcessTable.Of(measured.Roots);
        return table.Rows.Count == 0 ? null : table.CpuSeconds;
    }
}
