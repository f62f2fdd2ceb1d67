namespace Grainline.Journal;

/// <summary>Sees to it that one process at a time runs a projection of a given name.</summary>
public interface IFollowerTurns
{
    /// <summary>Waits, for as long as it takes, until nobody else has the turn. Dispose it to let the next one go on.</summary>
    /// <exception cref="JournalException">The storage that decides cannot be reached; temporary.</exception>
    ValueTask<IFollowerTurn> WaitAsync(string projection, CancellationToken cancellationToken = default);
}
