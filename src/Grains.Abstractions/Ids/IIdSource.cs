namespace Grainline.Ids;

/// <summary>
/// Makes the ids of conversations, messages and tickets: each once in the whole installation, and rising for each node. Thread-safe.
/// Only for moments there is none to be had: after a pause or a leap of the clock until a node number is renewed, and while the store cannot be reached. Then both members fail as the
/// storage does, temporarily (504 to clients).
/// </summary>
public interface IIdSource
{
    /// <summary>A fresh id: no wait, no lock, no allocation. Fails at once when there is none.</summary>
    TimeOrderedId Next();

    /// <summary>The same, for who can wait: nearly always complete at once, otherwise as soon as there are ids again. Fails after <c>Ids:Patience</c>.</summary>
    ValueTask<TimeOrderedId> NextAsync(CancellationToken cancellationToken = default);
}
