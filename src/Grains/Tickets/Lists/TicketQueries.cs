using Grainline.Journal.ReadModels;

namespace Grainline.Tickets.Lists;

/// <summary>What the door asks, in the words of rows.</summary>
internal static class TicketQueries
{
    private const string Nobody = "none";

    public static TicketRowReader Rows(this TicketReader reader) => new(reader.Tenant, reader.AgentId, reader.Teams is { } teams ? [.. teams] : null);

    public static TicketRowFilter Rows(this TicketFilter f) => new(
        Asked(f.Categories)?.ConvertAll(c => (int)c), Asked(f.States), Asked(f.Teams), Asked(f.Assignees)?.ConvertAll(a => a == Nobody ? null : a),
        Asked(f.Priorities)?.ConvertAll(p => (int)p), Asked(f.Tags)?.ConvertAll(t => t.ToLowerInvariant()), f.Fields?.ToDictionary(field => field.Key, field => field.Value.Text), f.Watcher,
        f.Requester, f.CreatedFrom, f.CreatedTo, f.UpdatedFrom, f.UpdatedTo, f.DueBefore, f.Breached);

    public static TicketRowOrder Rows(this TicketOrder order) => order switch
    {
        TicketOrder.Created => TicketRowOrder.Created,
        TicketOrder.Due => TicketRowOrder.Due,
        TicketOrder.Priority => TicketRowOrder.Priority,
        TicketOrder.Number => TicketRowOrder.Number,
        _ => TicketRowOrder.Updated,
    };

    // An empty list does not ask.
    private static List<T>? Asked<T>(System.Collections.Immutable.ImmutableArray<T>? any) => any is { IsDefaultOrEmpty: false } some ? [.. some] : null;
}
