using Grainline.Agents;
using Grainline.Gateway.Authorization;
using Grainline.Tickets.Lists;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <summary>Reading many tickets: only those that the caller sees, whatever is asked.</summary>
internal static class TicketListsApi
{
    public static void MapTicketLists(this IEndpointRouteBuilder api)
    {
        api.MapPost("/tickets/list", List).ForStaff().WithSummary("Tickets by filter and order, page by page.").Produces<TicketListPage>();
        api.MapPost("/tickets/changes", Changes).ForStaff().WithSummary("What has changed in a list since a position.")
            .WithDescription("Rows that are in the list now, and ids of changed tickets that are not: take them out if they are there.").Produces<TicketChanges>();
        api.MapPost("/tickets/counts", Counts).ForStaff().WithSummary("How many tickets each of several filters has, at most 1,000 each.").Produces<TicketCounts>();
        api.MapPost("/search", Search).ForStaff().WithSummary("Tickets and conversations by words, best match first.")
            .WithDescription("Matches in excerpts stand between U+0002 and U+0003. A search that takes too long is refused with 611.").Produces<SearchPage>();
        api.MapGet("/audit", Audit).ForStaff(StaffRoles.Supervisor | StaffRoles.Admin).WithSummary("What a person did to tickets, newest first.").Produces<AuditPage>();
    }

    private static async Task<IResult> List(TicketListRequest body, HttpContext http, TicketReaders readers, IGrainFactory grains)
    {
        if (body.Refuse() is { } refusal)
            return Answers.Refused(refusal);
        var reader = await readers.Of(http.Session());
        return Results.Ok(await grains.TicketDirectory().List(new(reader, Filter(body.Filter, reader), body.Order, body.Descending, body.Cursor, body.Limit), http.RequestAborted));
    }

    private static async Task<IResult> Changes(TicketChangesRequest body, HttpContext http, TicketReaders readers, IGrainFactory grains)
    {
        if (body.Refuse() is { } refusal)
            return Answers.Refused(refusal);
        var reader = await readers.Of(http.Session());
        return Results.Ok(await grains.TicketDirectory().Changes(new(reader, Filter(body.Filter, reader), body.Since, body.Limit), http.RequestAborted));
    }

    private static async Task<IResult> Counts(TicketCountsRequest body, HttpContext http, TicketReaders readers, IGrainFactory grains)
    {
        if (body.Refuse() is { } refusal)
            return Answers.Refused(refusal);
        var reader = await readers.Of(http.Session());
        return Results.Ok(new TicketCounts(await grains.TicketDirectory().Count(reader, [.. body.Filters.Select(f => f.For(reader.AgentId))], http.RequestAborted)));
    }

    private static async Task<IResult> Search(SearchRequest body, HttpContext http, IGrainFactory grains, TicketReaders readers)
    {
        if (body.Refuse() is { } refusal)
            return Answers.Refused(refusal);
        var session = http.Session();
        var reader = await readers.Of(session);
        var queues = session.Actor.Oversees || !body.Conversations ? null : await Queues(grains, session);
        return (await grains.TicketDirectory().Search(
            new(reader, queues, body.Text, body.Filter?.For(reader.AgentId), body.Conversations, body.Cursor, body.Limit), http.RequestAborted)).Answer();
    }

    private static async Task<IResult> Audit([AsParameters] AuditRequest query, HttpContext http, TimeProvider time, IGrainFactory grains) =>
        query.Refuse() is { } refusal
            ? Answers.Refused(refusal)
            : Results.Ok(await grains.TicketDirectory().Audit(query.ToQuery(http.Session().Tenant, time.GetUtcNow()), http.RequestAborted));

    private static async Task<System.Collections.Immutable.ImmutableArray<string>?> Queues(IGrainFactory grains, Authentication.Session session) =>
        (await grains.Agent(new(session.Tenant, session.Id)).Snapshot()).Queues;

    private static TicketFilter Filter(TicketFilter? asked, TicketReader reader) => (asked ?? new()).For(reader.AgentId);
}
