namespace Grainline.Journal;

/// <summary>The right to run a projection, until it is disposed or lost.</summary>
public interface IFollowerTurn : IAsyncDisposable
{
    /// <summary>Cancelled when another process may have the turn: stop, and begin again at the stored checkpoint once it is yours again.</summary>
    CancellationToken Lost { get; }
}
