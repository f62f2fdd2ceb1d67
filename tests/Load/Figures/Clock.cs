using System.Diagnostics;

namespace Grainline.Load.Figures;

/// <summary>One clock for stamps, in nanoseconds; both ends of a message are in this process.</summary>
internal static class Clock
{
    public static long Now => Stopwatch.GetTimestamp() * (1_000_000_000 / Stopwatch.Frequency);

    public static double Seconds(long since) => (Now - since) / 1e9;

    public static Task Wait(double seconds, CancellationToken cancellation = default) =>
        Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System, cancellation);
}
