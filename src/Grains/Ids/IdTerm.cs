namespace Grainline.Ids;

/// <summary>
/// One node number in the hands of this process. It makes ids above the mark that it was taken with, up to what was reserved since: these ranges never overlap between holders, so an id is unique
/// whatever clocks say and however long a thread stands still between reading a clock and taking its id. The end of the lease only bounds how long a forgotten process goes on.
/// </summary>
/// <param name="node">The number.</param>
/// <param name="mark">Milliseconds since <see cref="TimeOrderedId.Epoch"/>: the last one that a former holder may have used.</param>
/// <param name="time">The clock, which may leap and stand still.</param>
/// <param name="lead">How far ids may be ahead of it.</param>
internal sealed class IdTerm(int node, long mark, TimeProvider time, TimeSpan lead)
{
    private const int SequenceBits = 12;

    // One less than the greatest number, so that its successor exists and is above every limit.
    private const long Closed = long.MaxValue - 1;

    private readonly long _lead = (long)lead.TotalMilliseconds;

    // Ids without their node: milliseconds and sequence.
    private long _last = LastOf(mark);
    private long _reserved = LastOf(mark);
    private long _end = long.MinValue;

    public int Node => node;

    /// <summary>The last millisecond that was used.</summary>
    public long Mark => Volatile.Read(ref _last) >> SequenceBits;

    /// <summary>The clock was set back so far that this number can make nothing before it has caught up.</summary>
    public bool IsAhead => Volatile.Read(ref _last) >= LastOf(Clock(time) + _lead);

    /// <summary>Milliseconds since <see cref="TimeOrderedId.Epoch"/>; negative before it.</summary>
    public static long Clock(TimeProvider time) => (time.GetUtcNow().UtcTicks - TimeOrderedId.Epoch.UtcTicks) / TimeSpan.TicksPerMillisecond;

    /// <param name="reserved">The last millisecond that the store has reserved.</param>
    /// <param name="end">The lease's end as a timestamp of the monotonic clock.</param>
    public void Extend(long reserved, long end)
    {
        Volatile.Write(ref _reserved, LastOf(reserved));
        Volatile.Write(ref _end, end);
    }

    /// <summary>The next id, from the clock's millisecond or, when that is used up or was seen before, from the next ones: borrowed from the future. False when the term cannot make one.</summary>
    public bool TryNext(out TimeOrderedId id)
    {
        id = default;
        if (time.GetTimestamp() >= Volatile.Read(ref _end))
            return false;
        var clock = Clock(time);
        var reserved = Volatile.Read(ref _reserved);
        var highest = Math.Min(reserved, LastOf(clock + _lead));

        // A clock beyond what is reserved has leapt. Ids go on from the last one then, which leaves them all that is reserved until the next renewal.
        var first = clock << SequenceBits;
        first = first <= reserved ? first : 0;
        for (var last = Volatile.Read(ref _last); ;)
        {
            var next = Math.Max(last + 1, first);
            if (next > highest)
                return false;
            var found = Interlocked.CompareExchange(ref _last, next, last);
            if (found == last)
            {
                id = TimeOrderedId.Of(next >> SequenceBits, node, (int)next & TimeOrderedId.MaxSequence);
                return true;
            }

            last = found;
        }
    }

    /// <summary>Ends it for good, also for threads that are in the middle of taking an id, and returns the last millisecond that was used.</summary>
    public long Close() => Interlocked.Exchange(ref _last, Closed) >> SequenceBits;

    private static long LastOf(long millisecond) => (millisecond << SequenceBits) | TimeOrderedId.MaxSequence;
}
