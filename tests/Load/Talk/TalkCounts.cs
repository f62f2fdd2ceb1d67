using System.Collections.Concurrent;
using Grainline.Load.Checking;
using Grainline.Load.Figures;

namespace Grainline.Load.Talk;

/// <summary>What a run counts while it is being measured, and what went wrong at any time.</summary>
internal sealed class TalkCounts
{
    private const long Late = 1_000_000_000;

    private long _ever;
    private long _toVisitors;
    private long _toAgents;
    private long _acknowledged;
    private long _limited;
    private long _retried;
    private long _typings;
    private long _stopped;
    private long _lastLate;

    public Histogram OneWay { get; } = new();

    public bool Measuring { get; set; }

    public long ToVisitors => Volatile.Read(ref _toVisitors);

    public long ToAgents => Volatile.Read(ref _toAgents);

    public long Delivered => ToVisitors + ToAgents;

    /// <summary>Deliveries since the run began, whether they are measured or not.</summary>
    public long Ever => Volatile.Read(ref _ever);

    public long Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>Calls that the server's budgets refused.</summary>
    public long Limited => Volatile.Read(ref _limited);

    public long Retried => Volatile.Read(ref _retried);

    /// <summary>How often a visitor was shown that an agent types.</summary>
    public long Typings => Volatile.Read(ref _typings);

    /// <summary>How often the server took an agent out of service that had not asked for it.</summary>
    public long AgentsStopped => Volatile.Read(ref _stopped);

    /// <summary>When a message arrived last that was more than a second late, by <see cref="Clock"/>; 0 when none was.</summary>
    public long LastLate => Volatile.Read(ref _lastLate);

    public void NoteAgentStopped() => Interlocked.Increment(ref _stopped);

    public void NoteTyping() => Interlocked.Increment(ref _typings);

    /// <summary>Refusals that no repeat can mend: the run is worth nothing.</summary>
    public ConcurrentQueue<string> Refusals { get; } = new();

    public void NoteDelivered(Side to)
    {
        Interlocked.Increment(ref _ever);
        if (Measuring)
            Interlocked.Increment(ref to == Side.Visitor ? ref _toVisitors : ref _toAgents);
    }

    public void NoteOneWay(long nanoseconds)
    {
        if (nanoseconds > Late)
            Volatile.Write(ref _lastLate, Clock.Now);
        if (Measuring)
            OneWay.Record(nanoseconds);
    }

    public void NoteAcknowledged()
    {
        if (Measuring)
            Interlocked.Increment(ref _acknowledged);
    }

    /// <summary>How long to wait before the call is repeated, in seconds; null when repeating is pointless.</summary>
    public double? Pause(int code, string error)
    {
        switch (code)
        {
            case 503:
                Interlocked.Increment(ref _limited);
                return 1;
            case 501 or 502 or 504:
                Interlocked.Increment(ref _retried);
                return 0.2;
            default:
                Refusals.Enqueue(error);
                return null;
        }
    }
}
