namespace Grainline.Journal.Postgres.Writing;

/// <summary>What a committed group has come to.</summary>
/// <param name="Heads">The opened streams.</param>
/// <param name="Accepted">For each chain whether it was appended; the others' streams have another epoch or head.</param>
/// <param name="LastPosition">No entry of the group has a higher one; 0 when none was appended.</param>
internal sealed record GroupAnswer(IReadOnlyDictionary<string, StreamHead> Heads, bool[] Accepted, long LastPosition);
