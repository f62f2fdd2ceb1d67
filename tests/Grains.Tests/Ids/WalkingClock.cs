namespace Grainline.Tests.Ids;

/// <summary>A time of day that takes the next step of a walk every so many readings and stands still between. Timers and timestamps are real.</summary>
internal sealed class WalkingClock(long[] milliseconds, int readingsEach) : TimeProvider
{
    private long _readings;

    public override DateTimeOffset GetUtcNow()
    {
        var step = Interlocked.Increment(ref _readings) / readingsEach;
        return DateTimeOffset.UnixEpoch.AddYears(56).AddMilliseconds(milliseconds[Math.Min(step, milliseconds.Length - 1)]);
    }
}
