using System.Collections.Concurrent;

namespace Grainline.Runtime.Calls;

/// <summary>Fails pending calls whose time is up. One lane per distinct timeout: in it deadlines come in order, so a list and one timer do.</summary>
internal sealed class CallTimeouts(TimeProvider time, TimeSpan defaultTimeout) : IDisposable
{
    private readonly ConcurrentDictionary<TimeSpan, Lane> _lanes = new();
    private Lane? _default;

    internal void Track(Invocation call)
    {
        if (call.Method.ResponseTimeout is { } own)
            Find(own)?.Add(call);
        else
            (_default ??= Find(defaultTimeout))?.Add(call);
    }

    public void Dispose()
    {
        foreach (var lane in _lanes.Values)
            lane.Dispose();
    }

    private Lane? Find(TimeSpan timeout) => timeout == Timeout.InfiniteTimeSpan ? null : _lanes.GetOrAdd(timeout, t => new Lane(time, t));

    internal sealed class Lane : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly TimeProvider _time;
        private readonly TimeSpan _timeout;
        private readonly long _ticks;
        private readonly ITimer _timer;
        private Invocation? _first, _last;
        private bool _armed;

        internal Lane(TimeProvider time, TimeSpan timeout)
        {
            _time = time;
            _timeout = timeout;
            _ticks = (long)(timeout.TotalSeconds * time.TimestampFrequency);
            using (ExecutionContext.SuppressFlow())
                _timer = time.CreateTimer(_ => Sweep(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        internal void Add(Invocation call)
        {
            lock (_gate)
            {
                call.Lane = this;
                call.Deadline = _time.GetTimestamp() + _ticks;
                call.Previous = _last;
                if (_last is null)
                    _first = call;
                else
                    _last.Next = call;
                _last = call;
                if (_armed)
                    return;
                _armed = true;
            }
            _timer.Change(_timeout, Timeout.InfiniteTimeSpan);
        }

        internal void Remove(Invocation call)
        {
            lock (_gate)
                Unlink(call);
        }

        public void Dispose() => _timer.Dispose();

        private void Unlink(Invocation call)
        {
            if (call.Lane is null)
                return;
            if (call.Previous is null)
                _first = call.Next;
            else
                call.Previous.Next = call.Next;
            if (call.Next is null)
                _last = call.Previous;
            else
                call.Next.Previous = call.Previous;
            call.Previous = call.Next = null;
            call.Lane = null;
        }

        private void Sweep()
        {
            while (TakeExpired() is { } call)
                call.Expire(_timeout);
        }

        private Invocation? TakeExpired()
        {
            TimeSpan wait;
            lock (_gate)
            {
                if (_first is not { } first)
                {
                    _armed = false;
                    return null;
                }
                var now = _time.GetTimestamp();
                if (first.Deadline <= now)
                {
                    Unlink(first);
                    return first;
                }
                wait = _time.GetElapsedTime(now, first.Deadline);
            }
            // Timers count in whole milliseconds: rounding down would only wake too early.
            _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
            return null;
        }
    }
}
