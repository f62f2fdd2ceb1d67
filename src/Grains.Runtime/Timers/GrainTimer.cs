using Grainline.Runtime.Activations;
using Orleans.Runtime;

namespace Grainline.Runtime.Timers;

/// <summary>A timer whose ticks queue like calls. The next tick is armed when the last one has ended, so ticks never overlap.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly Activation _activation;
    private readonly GrainRuntime _runtime;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly TimerTick _tick;
    private readonly ITimer _timer;
    private TimeSpan _period;
    private TimeSpan? _changedTo;
    private bool _ticking;
    private bool _disposed;

    internal GrainTimer(Activation activation, GrainRuntime runtime, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        Validate(options.DueTime, options.Period);
        _activation = activation;
        _runtime = runtime;
        _callback = callback;
        _tick = new(this, options.KeepAlive) { IsAlwaysInterleave = options.Interleave };
        var flow = ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow();
        try
        {
            _timer = runtime.Time.CreateTimer(static timer => ((GrainTimer)timer!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            flow?.Undo();
        }
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Validate(dueTime, period);
        lock (_gate)
        {
            _period = period;
            if (_ticking)
                _changedTo = dueTime;
            else if (!_disposed)
                _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
                return;
            _disposed = true;
        }
        _timer.Dispose();
        _ended.Cancel();
        _activation.Forget(this);
    }

    internal async Task TickAsync()
    {
        try
        {
            if (!_disposed)
                await _callback(_ended.Token);
        }
        catch (Exception exception)
        {
            // A failed tick ends itself, not its timer.
            _runtime.LogTimerFailed(_activation.GrainId, exception);
        }
        finally
        {
            Rearm();
        }
    }

    private void Fire()
    {
        lock (_gate)
        {
            if (_ticking || _disposed)
                return;
            _ticking = true;
        }
        _activation.TryEnqueue(_tick);
    }

    private void Rearm()
    {
        lock (_gate)
        {
            _ticking = false;
            var due = _changedTo ?? _period;
            _changedTo = null;
            if (!_disposed)
                _timer.Change(due, Timeout.InfiniteTimeSpan);
        }
    }

    private static void Validate(TimeSpan dueTime, TimeSpan period)
    {
        const long MaxMilliseconds = 0xfffffffe;
        ArgumentOutOfRangeException.ThrowIfLessThan((long)dueTime.TotalMilliseconds, -1, nameof(dueTime));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)dueTime.TotalMilliseconds, MaxMilliseconds, nameof(dueTime));
        ArgumentOutOfRangeException.ThrowIfLessThan((long)period.TotalMilliseconds, -1, nameof(period));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)period.TotalMilliseconds, MaxMilliseconds, nameof(period));
    }
}
