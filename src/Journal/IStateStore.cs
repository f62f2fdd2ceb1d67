namespace Grainline.Journal;

/// <summary>Snapshots and grain state: one value per kind and key, with the journal's durability, guarded by ETags.</summary>
public interface IStateStore
{
    /// <summary>The stored value, or null when there is none.</summary>
    ValueTask<StoredState?> ReadAsync(string kind, string key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes the value and returns its new ETag, after the commit. <paramref name="expectedETag"/> null says that none may exist yet.
    /// The payload must stay unchanged until the task is complete.
    /// </summary>
    /// <exception cref="ETagMismatchException">The stored value is not the one that the caller read.</exception>
    ValueTask<string> WriteAsync(
        string kind, string key, ReadOnlyMemory<byte> payload, string? expectedETag, CancellationToken cancellationToken = default);

    /// <summary>Removes the value; with <paramref name="expectedETag"/> null it does nothing if there is none, and refuses if there is one.</summary>
    /// <exception cref="ETagMismatchException">The stored value is not the one that the caller read.</exception>
    ValueTask ClearAsync(string kind, string key, string? expectedETag, CancellationToken cancellationToken = default);
}
