namespace Grainline.Journal;

/// <summary>How far each projection has come in the global order.</summary>
public interface ICheckpointStore
{
    /// <summary>The position that the projection has handled, or 0 when it has not begun.</summary>
    ValueTask<long> ReadAsync(string projection, CancellationToken cancellationToken = default);

    /// <summary>Stores the position, forwards or backwards: writing 0 rebuilds the projection from the beginning.</summary>
    ValueTask WriteAsync(string projection, long position, CancellationToken cancellationToken = default);
}
