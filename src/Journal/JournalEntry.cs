namespace Grainline.Journal;

/// <summary>An entry as the journal keeps it.</summary>
/// <param name="Position">The place in the global order; rises with every commit, need not be consecutive.</param>
/// <param name="Stream">The stream's name.</param>
/// <param name="Seq">The place in the stream: 1, 2, 3, ... without gaps.</param>
/// <param name="Type">The event's name.</param>
/// <param name="Payload">The event as the writer encoded it.</param>
/// <param name="At">When it happened, to the millisecond, in UTC.</param>
/// <param name="ClientId">The client's id for it, if it had one.</param>
public sealed record JournalEntry(
    long Position, string Stream, long Seq, string Type, ReadOnlyMemory<byte> Payload, DateTimeOffset At, string? ClientId);
