namespace Grainline.Journal.ReadModels;

/// <summary>Whose list it is: what a reader may not see is in none of its lists.</summary>
/// <param name="Teams">Tickets of these teams; null for all. Beside them those that <paramref name="Agent"/> is assigned or watches.</param>
public sealed record TicketRowReader(string Tenant, string Agent, IReadOnlyList<string>? Teams);

/// <summary>Which tickets. What is null does not ask.</summary>
/// <param name="Assignees">Agent ids; null among them stands for nobody.</param>
/// <param name="Tags">All of them.</param>
/// <param name="Fields">Names of fields with the JSON value that each must have; <c>null</c> is met by a field that is not there too.</param>
/// <param name="Requester">Visitor id or e-mail address.</param>
/// <param name="DueBefore">What promises nothing is never due.</param>
public sealed record TicketRowFilter(
    IReadOnlyList<int>? Categories = null, IReadOnlyList<string>? States = null, IReadOnlyList<string>? Teams = null, IReadOnlyList<string?>? Assignees = null,
    IReadOnlyList<int>? Priorities = null, IReadOnlyList<string>? Tags = null, IReadOnlyDictionary<string, string>? Fields = null, string? Watcher = null, string? Requester = null,
    DateTimeOffset? CreatedFrom = null, DateTimeOffset? CreatedTo = null, DateTimeOffset? UpdatedFrom = null, DateTimeOffset? UpdatedTo = null, DateTimeOffset? DueBefore = null,
    bool? Breached = null, long? Number = null)
{
    public static readonly TicketRowFilter Everything = new();
}

public enum TicketRowOrder
{
    Updated,
    Created,
    Due,
    Priority,
    Number,
}

/// <param name="After">Rows strictly after this place in the order; null for the first.</param>
public sealed record TicketRowQuery(TicketRowReader Reader, TicketRowFilter Filter, TicketRowOrder Order, bool Descending, TicketRowPlace? After, int Limit);

/// <summary>A place in an order of tickets: what the order goes by, and the number, which no two tickets share.</summary>
public readonly record struct TicketRowPlace(long Value, long Number)
{
    /// <summary>Behind everything that is due.</summary>
    public const long Never = long.MaxValue;

    public static TicketRowPlace Of(StoredTicket ticket, TicketRowOrder order) => new(
        order switch
        {
            TicketRowOrder.Updated => ticket.UpdatedAt.ToUnixTimeMilliseconds(),
            TicketRowOrder.Created => ticket.CreatedAt.ToUnixTimeMilliseconds(),
            TicketRowOrder.Due => ticket.Due?.ToUnixTimeMilliseconds() ?? Never,
            TicketRowOrder.Priority => ticket.Priority,
            _ => ticket.Number,
        },
        ticket.Number);
}
