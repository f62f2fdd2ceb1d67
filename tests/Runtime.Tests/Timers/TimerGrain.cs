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
