using Grainline.Testing;

namespace Grainline.Tests.Ids;

/// <summary>A steady clock whose time of day can be set apart from it, as administrators and time services do. Timers and timestamps are the steady one's.</summary>
internal sealed class LeapingClock(ManualTimeProvider steady) : TimeProvider
{
    private long _offset;

    /// <summary>How far the time of day is from the steady clock's.</summary>
    public TimeSpan Offset
    {
        get => new(Volatile.Read(ref _offset));
        set => Volatile.Write(ref _offset, value.Ticks);
    }

    public override long TimestampFrequency => steady.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => steady.GetUtcNow() + Offset;

    public override long GetTimestamp() => steady.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => steady.CreateTimer(callback, state, dueTime, period);
}
