using Grainline.Load.Figures;

namespace Grainline.Load.Tests.Figures;

public sealed class PausesTests
{
    private const long Millisecond = 1_000_000;

    private readonly PauseLog _log = new();

    [Fact]
    public void Of_None_IsNought() => Assert.Equal((0, 0.0, 0.0, 0.0), Told(Pauses.Of([])));

    [Fact]
    public void Of_Several_TellsMedianWorstAndSum() =>
        Assert.Equal((5, 3.0, 40.0, 49.0), Told(Pauses.Of([new(1, 40), new(2, 1), new(3, 3), new(4, 2), new(5, 3)])));

    [Fact]
    public void Of_Unordered_TellsThemInTheirOrder() => Assert.Equal([1.0, 2.0], Pauses.Of([new(2, 7), new(1, 9)]).Times.Select(pause => pause.At));

    [Fact]
    public void Between_StoppedAndResumed_IsOnePause()
    {
        _log.Stopped(5 * Millisecond, forGc: true);
        _log.Resumed(7 * Millisecond);
        Assert.Equal(new Pause(0.004, 2), Assert.Single(_log.Between(Millisecond, 10 * Millisecond)));
    }

    [Fact]
    public void Between_OutsideTheTime_IsLeftOut()
    {
        _log.Stopped(5 * Millisecond, forGc: true);
        _log.Resumed(7 * Millisecond);
        Assert.Empty(_log.Between(6 * Millisecond, 10 * Millisecond));
        Assert.Empty(_log.Between(0, 5 * Millisecond));
    }

    [Fact]
    public void Between_StoppedByADebugger_IsLeftOut()
    {
        _log.Stopped(5 * Millisecond, forGc: false);
        _log.Resumed(7 * Millisecond);
        Assert.Empty(_log.Between(0, 10 * Millisecond));
    }

    [Fact]
    public void Between_ProcessKilledInAPause_DoesNotStretchItToTheNextOne()
    {
        _log.Stopped(5 * Millisecond, forGc: true);
        _log.Ended();
        _log.Resumed(900 * Millisecond);
        Assert.Empty(_log.Between(0, 1_000 * Millisecond));
    }

    [Fact]
    public async Task Watch_ProcessThatCollects_SeesItFromOutside()
    {
        using var watch = new PauseWatch(() => Environment.ProcessId);
        await watch.Start();
        var began = Clock.Now;
        GC.Collect();
        var ended = Clock.Now;
        await watch.Stop();
        Assert.True(watch.IsAttached);
        Assert.NotEmpty(watch.Log.Between(0, long.MaxValue));
        Assert.All(watch.Log.Between(began - 1_000 * Millisecond, ended + 1_000 * Millisecond), pause => Assert.True(pause.Milliseconds > 0));
    }

    [Fact]
    public async Task Watch_NoSuchProcess_IsNotAttached()
    {
        using var watch = new PauseWatch(() => int.MaxValue);
        await watch.Start();
        await watch.Stop();
        Assert.False(watch.IsAttached);
    }

    private static (int, double, double, double) Told(Pauses pauses) => (pauses.Count, pauses.Median, pauses.Worst, pauses.Sum);
}
