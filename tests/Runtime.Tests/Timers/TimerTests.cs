using Grainline.Runtime.Tests.Hosting;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Grainline.Runtime.Tests.Timers;

public interface ITimerGrain : IGrainWithStringKey
{
    Task Start(TimeSpan due, TimeSpan period, bool interleave);

    Task Change(TimeSpan due, TimeSpan period);

    Task Stop();

    Task HoldTicks();

    Task FailTicks();

    Task<string> Block();

    [AlwaysInterleave]
    Task ReleaseTick();

    [AlwaysInterleave]
    Task Unblock();

    [AlwaysInterleave]
    Task WhenTicks(int count);

    [AlwaysInterleave]
    Task<(int Ticks, int Overlaps, bool Cancelled)> Look();

    Task End();
}

internal sealed class TimerGrain : Grain, ITimerGrain
{
    private readonly List<(int Count, TaskCompletionSource Source)> _watchers = [];
    private IGrainTimer? _timer;
    private TaskCompletionSource? _hold;
    private TaskCompletionSource? _blocked;
    private bool _fail;
    private int _ticks;
    private int _inTick;
    private int _overlaps;
    private bool _cancelled;

    public Task Start(TimeSpan due, TimeSpan period, bool interleave)
    {
        _timer = this.RegisterGrainTimer(static (self, token) => self.Tick(token), this,
            new GrainTimerCreationOptions { DueTime = due, Period = period, Interleave = interleave });
        return Task.CompletedTask;
    }

    public Task Change(TimeSpan due, TimeSpan period)
    {
        _timer!.Change(due, period);
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public Task HoldTicks()
    {
        _hold = new();
        return Task.CompletedTask;
    }

    public Task FailTicks()
    {
        _fail = true;
        return Task.CompletedTask;
    }

    public async Task<string> Block()
    {
        _blocked = new();
        await _blocked.Task;
        return "unblocked";
    }

    public Task ReleaseTick()
    {
        var hold = _hold!;
        _hold = null;
        hold.SetResult();
        return Task.CompletedTask;
    }

    public Task Unblock()
    {
        _blocked!.SetResult();
        return Task.CompletedTask;
    }

    public Task WhenTicks(int count)
    {
        if (_ticks >= count)
            return Task.CompletedTask;
        var source = new TaskCompletionSource();
        _watchers.Add((count, source));
        return source.Task;
    }

    public Task<(int Ticks, int Overlaps, bool Cancelled)> Look() => Task.FromResult((_ticks, _overlaps, _cancelled));

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private async Task Tick(CancellationToken token)
    {
        if (_inTick++ > 0)
            _overlaps++;
        using var registration = token.Register(() => _cancelled = true);
        _ticks++;
        foreach (var (_, source) in _watchers.Where(w => w.Count <= _ticks))
            source.TrySetResult();
        if (_hold is { } hold)
            await hold.Task;
        _inTick--;
        if (_fail)
            throw new InvalidOperationException("tick failed");
    }
}

public sealed class TimerTests
{
    private static readonly TimeSpan Due = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(11);

    [Fact]
    public async Task Timer_DueTimePasses_TicksOncePerPeriod()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster);

        cluster.Clock.Advance(Due);
        await grain.WhenTicks(1);
        await cluster.Clock.WhenArmed(Period);
        cluster.Clock.Advance(Period);
        await grain.WhenTicks(2);

        Assert.Equal(2, (await grain.Look()).Ticks);
    }

    [Fact]
    public async Task Timer_BeforeTheDueTime_DoesNotTick()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster);

        cluster.Clock.Advance(Due - TimeSpan.FromMilliseconds(1));

        Assert.Equal(0, (await grain.Look()).Ticks);
        await cluster.Clock.WhenArmed(TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Timer_TickOutlastsThePeriod_NeverOverlaps()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster, interleave: true);
        await grain.HoldTicks();

        cluster.Clock.Advance(Due);
        await grain.WhenTicks(1);
        cluster.Clock.Advance(Period * 10);
        Assert.Equal(1, (await grain.Look()).Ticks);
        await grain.ReleaseTick();
        await cluster.Clock.WhenArmed(Period);
        cluster.Clock.Advance(Period);
        await grain.WhenTicks(2);

        Assert.Equal(0, (await grain.Look()).Overlaps);
    }

    [Fact]
    public async Task Timer_GrainInACall_TicksAfterIt()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster);
        var call = grain.Block();

        cluster.Clock.Advance(Due);
        Assert.Equal(0, (await grain.Look()).Ticks);
        await grain.Unblock();

        Assert.Equal("unblocked", await call);
        await grain.WhenTicks(1);
    }

    [Fact]
    public async Task Timer_Interleaving_TicksDuringACall()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster, interleave: true);
        var call = grain.Block();

        cluster.Clock.Advance(Due);
        await grain.WhenTicks(1);

        Assert.False(call.IsCompleted);
        await grain.Unblock();
        await call;
    }

    [Fact]
    public async Task Timer_TickThrows_GoesOn()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster);
        await grain.FailTicks();

        cluster.Clock.Advance(Due);
        await cluster.Logs.WhenLogged("tick failed");
        await cluster.Clock.WhenArmed(Period);
        cluster.Clock.Advance(Period);
        await grain.WhenTicks(2);
    }

    [Fact]
    public async Task Dispose_DuringATick_CancelsItsToken()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster, interleave: true);
        await grain.HoldTicks();
        cluster.Clock.Advance(Due);
        await grain.WhenTicks(1);

        await grain.Stop();

        Assert.True((await grain.Look()).Cancelled);
        await grain.ReleaseTick();
    }

    [Fact]
    public async Task Dispose_BeforeTheDueTime_NeverTicks()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster);

        await grain.Stop();
        cluster.Clock.Advance(Due + Period);

        Assert.Equal(0, (await grain.Look()).Ticks);
    }

    [Fact]
    public async Task Change_BeforeTheDueTime_TakesTheNewOne()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster);

        await grain.Change(Due * 2, Period);
        cluster.Clock.Advance(Due);
        Assert.Equal(0, (await grain.Look()).Ticks);
        cluster.Clock.Advance(Due);

        await grain.WhenTicks(1);
    }

    [Fact]
    public async Task Timer_ActivationEnds_TicksNoMore()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = await Armed(cluster);

        await grain.End();
        Assert.Equal(0, (await grain.Look()).Ticks);
        cluster.Clock.Advance(Due + Period);

        Assert.Equal(0, (await grain.Look()).Ticks);
    }

    private static async Task<ITimerGrain> Armed(ConformanceCluster cluster, bool interleave = false)
    {
        var grain = cluster.Grains.GetGrain<ITimerGrain>(Guid.NewGuid().ToString());
        await grain.Start(Due, Period, interleave);
        return grain;
    }
}
