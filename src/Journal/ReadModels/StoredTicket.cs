namespace Grainline.Journal.ReadModels;

/// <summary>What lists of tickets are filtered and ordered by, and the row itself.</summary>
/// <param name="Version">Seq of the last event in it.</param>
/// <param name="Changed">That event's position in the journal.</param>
/// <param name="Category">0 to 5: new, open, pending, on hold, solved, closed.</param>
/// <param name="Requester">Visitor id.</param>
/// <param name="Email">Of the requester, in lower case.</param>
/// <param name="Tags">Without spaces.</param>
/// <param name="Watchers">Agent ids.</param>
/// <param name="Due">When the first of its promises falls due; null when none runs.</param>
/// <param name="Fields">What its form holds: a JSON object, UTF-8.</param>
/// <param name="Json">The row as lists show it, UTF-8.</param>
public sealed record StoredTicket(
    string Tenant, string Id, long Number, long Version, long Changed, string Team, string State, int Category, int Priority, string? Assignee, string? Requester, string? Email,
    IReadOnlyList<string> Tags, IReadOnlyList<string> Watchers, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? Due, bool Breached, string Form, int FormVersion,
    ReadOnlyMemory<byte> Fields, ReadOnlyMemory<byte> Json)
{
    /// <summary>Categories below this one are unfinished.</summary>
    public const int FirstFinished = 4;
}

/// <param name="Changed">Position of its last event.</param>
/// <param name="Json">The row; null when the list does not have it, or no longer.</param>
public sealed record ChangedTicket(string Id, long Changed, ReadOnlyMemory<byte>? Json);
