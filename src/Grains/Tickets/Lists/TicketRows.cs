using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Grainline.Conversations;
using Grainline.Journal.ReadModels;

namespace Grainline.Tickets.Lists;

/// <summary>What lists know of a ticket: the row, and what it is filtered by.</summary>
internal sealed record ListedTicket(TicketRow Row, TicketRequester? Requester, ImmutableArray<string> Watchers, DefinitionRef Form, JsonText Fields);

/// <summary>From events to the rows of lists. Pure, and the same for every store.</summary>
internal static class TicketRows
{
    /// <summary>The ticket after the event; null for events of tickets that were never created.</summary>
    public static ListedTicket? Apply(string id, ListedTicket? ticket, TicketEvent @event, long seq, DateTimeOffset at)
    {
        var after = @event is TicketCreated created ? Created(id, created, at) : ticket is null ? null : Fold(ticket, @event);
        return after is null ? null : after with { Row = after.Row with { Version = seq, UpdatedAt = at } };
    }

    public static StoredTicket Store(string tenant, ListedTicket ticket, long changed)
    {
        var row = ticket.Row;
        return new(
            tenant, row.TicketId, row.Number, row.Version, changed, row.Team, row.State, (int)row.Category, (int)row.Priority, row.AssigneeId, ticket.Requester?.VisitorId,
            ticket.Requester?.Email?.ToLowerInvariant(), row.Tags, ticket.Watchers, row.CreatedAt, row.UpdatedAt, row.NextDue, row.Breached, ticket.Form.Id, ticket.Form.Version,
            Encoding.UTF8.GetBytes(ticket.Fields.Text), JsonSerializer.SerializeToUtf8Bytes(row, TicketRowJson.Default.TicketRow));
    }

    public static TicketRow Row(ReadOnlyMemory<byte> json) => JsonSerializer.Deserialize(json.Span, TicketRowJson.Default.TicketRow)!;

    public static ListedTicket Load(StoredTicket stored)
    {
        var row = Row(stored.Json);
        var requester = row.RequesterName is { } name ? new TicketRequester(stored.Requester, name, stored.Email) : null;
        return new(row, requester, [.. stored.Watchers], new(stored.Form, stored.FormVersion), new(Encoding.UTF8.GetString(stored.Fields.Span)));
    }

    private static ListedTicket Created(string id, TicketCreated e, DateTimeOffset at) => new(
        new(id, e.Number, 0, e.Subject, e.Team, e.Assignee?.Id, e.Assignee?.Name, e.Requester?.Name, e.Priority, e.State, e.Category, e.Tags, null, null, false, at, at, null),
        e.Requester, [], e.Form, e.Fields);

    private static ListedTicket Fold(ListedTicket t, TicketEvent @event) => @event switch
    {
        TicketChanged e => t with
        {
            Row = Assigned(t.Row, e.Assigned) with
            {
                Subject = e.Subject ?? t.Row.Subject,
                Priority = e.Priority ?? t.Row.Priority,
                Tags = [.. t.Row.Tags.Except(e.TagsRemoved ?? []), .. e.TagsAdded ?? []],
            },
            Watchers = [.. t.Watchers.Except(e.WatchersRemoved ?? []), .. (e.WatchersAdded ?? []).Select(w => w.Id)],
            Form = e.Form ?? t.Form,
            Fields = e.Fields is not { } fields ? t.Fields : e.Form is not null ? fields : FieldPatch.Merge(t.Fields, fields),
        },
        StateMoved e => In(t, e.State, e.Category),
        CommentAdded e => t with { Row = t.Row with { LastText = Preview.Of(e.Text) } },
        SlaMoved e => t with { Row = Promised(t.Row, e.Clocks) },
        TicketMoved e => In(t, e.State, e.Category) is var moved
            ? moved with { Row = moved.Row with { Team = e.Team, AssigneeId = e.Assignee?.Id, AssigneeName = e.Assignee?.Name }, Form = e.Form, Fields = e.Fields }
            : t,
        TicketMerged e => In(t, e.State, e.Category),
        TicketAbsorbed e => t with { Row = t.Row with { Tags = [.. t.Row.Tags, .. e.TagsAdded] }, Watchers = [.. t.Watchers, .. e.WatchersAdded.Select(w => w.Id)] },
        TicketParted e => In(t, e.State, e.Category) is var parted
            ? parted with { Row = parted.Row with { Tags = [.. t.Row.Tags.Except(e.TagsRemoved)] }, Watchers = [.. t.Watchers.Except(e.WatchersRemoved)] }
            : t,
        _ => t,
    };

    private static ListedTicket In(ListedTicket t, string state, StateCategory category) => t with { Row = t.Row with { State = state, Category = category } };

    private static TicketRow Assigned(TicketRow row, Assignment? assigned) =>
        assigned is null ? row : row with { AssigneeId = assigned.Agent?.Id, AssigneeName = assigned.Agent?.Name };

    private static TicketRow Promised(TicketRow row, ImmutableArray<SlaClockView> clocks)
    {
        var open = clocks.Where(clock => clock.MetAt is null).ToArray();
        var next = open.Where(clock => clock.DueAt is not null).MinBy(clock => clock.DueAt);
        return row with { NextDue = next?.DueAt, NextWarn = next?.WarnAt, Breached = open.Any(clock => clock.BreachedAt is not null) };
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TicketRow))]
internal sealed partial class TicketRowJson : JsonSerializerContext;
