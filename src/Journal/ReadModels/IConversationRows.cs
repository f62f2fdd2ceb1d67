namespace Grainline.Journal.ReadModels;

/// <summary>Where the list of conversations is kept. It can be thrown away: its projection builds it again from the journal.</summary>
public interface IConversationRows : ICheckpointStore
{
    ValueTask<StoredRow?> FindAsync(string tenant, string id, CancellationToken cancellationToken = default);

    /// <summary>Inserts or replaces; a row of an older or equal version than the stored one changes nothing, so batches may come twice.</summary>
    ValueTask WriteAsync(IReadOnlyCollection<StoredRow> rows, CancellationToken cancellationToken = default);

    /// <summary>Newest activity first.</summary>
    ValueTask<IReadOnlyList<StoredRow>> ListAsync(RowQuery query, CancellationToken cancellationToken = default);
}

/// <summary>What lists are filtered and ordered by, and the row itself.</summary>
/// <param name="Version">Seq of the last event in it.</param>
/// <param name="Json">The row as lists show it, UTF-8.</param>
public sealed record StoredRow(
    string Tenant, string Id, long Version, string Status, string Queue, string? Assignee, DateTimeOffset LastAt, ReadOnlyMemory<byte> Json);

/// <param name="Statuses">Any of these; empty for all.</param>
/// <param name="Queues">Any of these; null for all.</param>
/// <param name="Assignee">Only this agent's; null for all.</param>
/// <param name="OrAssignee">Rows of this agent pass whatever <paramref name="Queues"/> says.</param>
/// <param name="Before">Rows strictly after this place in the order.</param>
public sealed record RowQuery(
    string Tenant, IReadOnlyList<string> Statuses, IReadOnlyList<string>? Queues, string? Assignee, string? OrAssignee, RowPlace? Before, int Limit);

/// <summary>A place in the order of lists.</summary>
public readonly record struct RowPlace(DateTimeOffset LastAt, string Id);
