using Grainline.Testing;

namespace Grainline.Runtime.Tests.Clocks;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Advance_SeveralTimersDue_FiresInDueOrderEachAtItsTime()
    {
        var start = _clock.GetUtcNow();
        List<(string, double)> fired = [];
        using var late = Timer("late", 3);
        using var early = Timer("early", 1);
        using var never = Timer("never", 10);

        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal([("early", 1), ("late", 3)], fired);
        Assert.Equal(start.AddSeconds(5), _clock.GetUtcNow());

        ITimer Timer(string name, int due) => _clock.CreateTimer(
            _ => fired.Add((name, (_clock.GetUtcNow() - start).TotalSeconds)), null, TimeSpan.FromSeconds(due), Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void Advance_PeriodicTimer_FiresOncePerPeriod()
    {
        var fired = 0;
        using var timer = _clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        _clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(3, fired);
    }

    [Fact]
    public void Advance_TimerArmedByACallback_FiresInTheSameAdvance()
    {
        var fired = false;
        ITimer? second = null;
        using var first = _clock.CreateTimer(
            _ => second = _clock.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan),
            null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.True(fired);
        second!.Dispose();
    }

    [Fact]
    public void Dispose_BeforeTheDueTime_NeverFires()
    {
        var timer = _clock.CreateTimer(static _ => Assert.Fail("fired"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        timer.Dispose();
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, _clock.ArmedTimers);
        Assert.False(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public async Task WhenArmed_TimerArmedLater_Completes()
    {
        var armed = _clock.WhenArmed(TimeSpan.FromSeconds(4));
        Assert.False(armed.IsCompleted);

        var delay = Task.Delay(TimeSpan.FromSeconds(4), _clock);
        await armed;
        _clock.Advance(TimeSpan.FromSeconds(4));

        await delay;
    }
}
