namespace Grainline.Journal;

/// <summary>An entry about to be appended.</summary>
/// <param name="Type">The event's name, which tells readers how to read <paramref name="Payload"/>.</param>
/// <param name="Payload">The event as the writer encoded it; opaque to the journal. Never changed afterwards: who reads the entry may be given the same bytes.</param>
/// <param name="At">When it happened; kept to the millisecond, in UTC.</param>
/// <param name="ClientId">An id chosen by the client, unique in the stream for as long as it exists; null when nothing is to be deduplicated.</param>
public sealed record NewEntry(string Type, ReadOnlyMemory<byte> Payload, DateTimeOffset At, string? ClientId = null);
