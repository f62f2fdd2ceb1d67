using Grainline.Gateway.Authorization;
using Grainline.Gateway.Ids;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Tickets;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <summary>Tickets one by one. Lists, sagas and bulk runs have APIs of their own.</summary>
internal static class TicketsApi
{
    public static void MapTickets(this IEndpointRouteBuilder api)
    {
        api.MapPost("/tickets/ids", NewId).ForAnySession().WithinBudget().WithSummary("An id for a ticket to be created, so that creating it can be repeated.").Produces<NewTicketId>();
        api.MapPost("/tickets", Create).ForAnySession().WithinBudget().WithSummary("Creates a ticket; visitors by a public form, and are told its id and number only.").Produces<TicketView>().Produces<TicketCreatedView>();
        api.MapGet("/tickets/{id}", Read).ForAnySession().WithSummary("A ticket as the caller sees it, now or at an instant.").Produces<TicketView>();
        api.MapGet("/tickets/{id}/timeline", Timeline).ForAnySession().WithSummary("What happened to a ticket, after a sequence number.").Produces<TimelinePage>();
        api.MapPost("/tickets/{id}/actions", Apply).ForAnySession().WithinBudget().WithSummary("Does several things to a ticket as one change, all or none.").Produces<TicketApplied>();
        api.MapPost("/tickets/{id}/links", Link).ForStaff().WithSummary("Links two tickets; both show it.").Produces<TicketView>();
        api.MapPost("/tickets/{id}/links/remove", Unlink).ForStaff().WithSummary("Takes a link away on both sides.").Produces<TicketView>();
    }

    private static async Task<IResult> NewId(IdStock ids, CancellationToken cancellation) => Results.Ok(new NewTicketId((await ids.NextAsync(cancellation)).ToString()));

    private static async Task<IResult> Create(CreateTicketRequest body, HttpContext http, IGrainFactory grains, IdStock ids)
    {
        if (body.Refuse() is { } refusal)
            return Answers.Refused(refusal);
        var session = http.Session();
        var command = session.IsStaff ? body.ToCommand(session.Actor) : await PublicCreation.Of(body, session, grains);
        if (!command.Succeeded)
            return Answers.Refused(command.Refusal);
        var id = body.TicketId ?? (await ids.NextAsync(http.RequestAborted)).ToString();
        var created = await grains.Ticket(new(session.Tenant, id)).Create(command.Value!);
        return session.IsStaff ? created.Answer() : created.Answer(view => new TicketCreatedView(view.TicketId, view.Number));
    }

    private static async Task<IResult> Read(string id, HttpContext http, IGrainFactory grains, DateTimeOffset? asOf = null)
    {
        if (Check.Ticket(id) is { } refusal)
            return Answers.Refused(refusal);
        var (ticket, reader) = Ticket(id, http, grains);
        return (asOf is { } at ? await ticket.AsOf(reader, at) : await ticket.View(reader)).Answer();
    }

    private static async Task<IResult> Timeline(string id, HttpContext http, IGrainFactory grains, long after = 0, int limit = Limits.PageSize)
    {
        if ((Check.Ticket(id) ?? Check.Range(after, 0, long.MaxValue, "after") ?? Check.Range(limit, 1, Limits.PageSize, "limit")) is { } refusal)
            return Answers.Refused(refusal);
        var (ticket, reader) = Ticket(id, http, grains);
        return (await ticket.Timeline(new(reader, after, limit))).Answer();
    }

    private static async Task<IResult> Apply(string id, ApplyToTicketRequest body, HttpContext http, IGrainFactory grains)
    {
        if ((Check.Ticket(id) ?? body.Refuse()) is { } refusal)
            return Answers.Refused(refusal);
        var (ticket, by) = Ticket(id, http, grains);
        return (await ticket.Apply(body.ToCommand(by))).Answer();
    }

    private static Task<IResult> Link(string id, LinkTicketRequest body, HttpContext http, IGrainFactory grains) =>
        Join(id, body, http, grains, static (ticket, command) => ticket.Link(command));

    private static Task<IResult> Unlink(string id, LinkTicketRequest body, HttpContext http, IGrainFactory grains) =>
        Join(id, body, http, grains, static (ticket, command) => ticket.Unlink(command));

    private static async Task<IResult> Join(
        string id, LinkTicketRequest body, HttpContext http, IGrainFactory grains, Func<ITicketGrain, LinkTicket, Task<Outcome<TicketView>>> how)
    {
        if ((Check.Ticket(id) ?? Check.Ticket(body.OtherTicketId)) is { } refusal)
            return Answers.Refused(refusal);
        var (ticket, by) = Ticket(id, http, grains);
        return (await how(ticket, new(by, body.Kind, body.OtherTicketId))).Answer();
    }

    private static (ITicketGrain Ticket, Actor Caller) Ticket(string id, HttpContext http, IGrainFactory grains)
    {
        var session = http.Session();
        return (grains.Ticket(new(session.Tenant, id)), session.Actor);
    }
}
