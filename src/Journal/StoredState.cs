namespace Grainline.Journal;

/// <summary>A stored value and its version.</summary>
/// <param name="Payload">The value as the writer encoded it.</param>
/// <param name="ETag">Changes with every write and never returns to an earlier text, not even after a clear.</param>
public sealed record StoredState(ReadOnlyMemory<byte> Payload, string ETag);
