namespace Grainline.Journaling;

/// <summary>
/// An immutable state that is the fold of its events. <see cref="Apply"/> is total and pure: it runs when an event is decided and again at every replay.
/// </summary>
internal interface IEventSourced<TSelf, in TEvent>
    where TSelf : class, IEventSourced<TSelf, TEvent>
{
    static abstract TSelf Initial { get; }

    /// <summary>Raise it when the shape of the state changes: older snapshots are then ignored and the stream is replayed from its beginning.</summary>
    static virtual int Schema => 1;

    TSelf Apply(TEvent @event, long seq, DateTimeOffset at);
}

/// <summary>An event that can carry the id a client made for it: the journal refuses a second one in the same stream.</summary>
internal interface IClientEvent
{
    string? ClientMessageId { get; }
}

/// <summary>One event on its way: decided at <see cref="Seq"/>, with the state before and after it.</summary>
internal readonly record struct Step<TState, TEvent>(long Seq, TEvent Event, DateTimeOffset At, TState Before, TState After);

/// <summary>Where and when a commit landed.</summary>
/// <param name="Seq">Of its first event.</param>
internal readonly record struct Stamp(long Seq, DateTimeOffset At);
