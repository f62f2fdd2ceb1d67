namespace Grainline.Routing.Replay;

/// <summary>What is still to happen, in order of time; what happens at the same instant goes by kind and then in the order in which it was entered.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Happening, (long Ticks, HappeningKind Kind, long Number)> _queue = new();
    private long _entered;

    public DateTimeOffset? Next => _queue.TryPeek(out var next, out _) ? next.At : null;

    public void Enter(Happening happening) => _queue.Enqueue(happening, (happening.At.UtcTicks, happening.Kind, ++_entered));

    public Happening Take() => _queue.Dequeue();
}

/// <param name="Index">Of the arrival, the roster change or the door that this is about.</param>
internal readonly record struct Happening(DateTimeOffset At, HappeningKind Kind, int Index);

/// <summary>In the order in which things of one instant happen: slots are freed before anybody asks for them.</summary>
internal enum HappeningKind
{
    Finish,
    Roster,
    Door,
    Arrive,
    GiveUp,
}
