namespace Grainline.Testing;

/// <summary>
/// A clock that stands still until <see cref="Advance"/> moves it. Timers fire on the advancing thread, in due order, each at its own time.
/// Thread-safe; <see cref="WhenArmed"/> closes the race between arming a timer elsewhere and advancing here.
/// </summary>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly SortedSet<ManualTimer> _armed = new(Comparer<ManualTimer>.Create(static (a, b) => (a.Due, a.Order).CompareTo((b.Due, b.Order))));
    private readonly List<(long DueIn, TaskCompletionSource Source)> _watchers = [];
    private long _elapsed;
    private long _order;

    /// <summary>Starts at noon UTC on the first of June 2026, a Monday.</summary>
    public ManualTimeProvider() : this(new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero)) { }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>How many timers are armed.</summary>
    public int ArmedTimers
    {
        get
        {
            lock (_gate)
                return _armed.Count;
        }
    }

    public override DateTimeOffset GetUtcNow() => start.AddTicks(GetTimestamp());

    public override long GetTimestamp() => Volatile.Read(ref _elapsed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, firing what falls due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var until = GetTimestamp() + by.Ticks;
        while (TakeDue(until) is { } timer)
            timer.Fire();
    }

    /// <summary>Completes when some timer is armed that falls due exactly <paramref name="dueIn"/> from now; at once if one is.</summary>
    public Task WhenArmed(TimeSpan dueIn)
    {
        lock (_gate)
        {
            if (_armed.Any(t => t.Due == _elapsed + dueIn.Ticks))
                return Task.CompletedTask;
            var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((dueIn.Ticks, source));
            return source.Task;
        }
    }

    private ManualTimer? TakeDue(long until)
    {
        lock (_gate)
        {
            if (_armed.Min is not { } first || first.Due > until)
            {
                _elapsed = Math.Max(_elapsed, until);
                return null;
            }
            _elapsed = Math.Max(_elapsed, first.Due);
            Arm(first, first.Period > 0 ? first.Due + first.Period : null);
            return first;
        }
    }

    private void Arm(ManualTimer timer, long? due)
    {
        _armed.Remove(timer);
        if (due is null)
            return;
        timer.Due = due.Value;
        timer.Order = _order++;
        _armed.Add(timer);
        for (var i = _watchers.Count - 1; i >= 0; i--)
        {
            if (_elapsed + _watchers[i].DueIn != due)
                continue;
            _watchers[i].Source.SetResult();
            _watchers.RemoveAt(i);
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        private bool _disposed;

        internal long Due { get; set; }

        internal long Order { get; set; }

        internal long Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                if (_disposed)
                    return false;
                Period = period > TimeSpan.Zero ? period.Ticks : 0;
                clock.Arm(this, dueTime < TimeSpan.Zero ? null : clock._elapsed + dueTime.Ticks);
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                _disposed = true;
                clock.Arm(this, null);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        internal void Fire() => callback(state);
    }
}
