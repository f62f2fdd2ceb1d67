using Grainline.Gateway.Authorization;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Tickets.Work;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <summary>What takes several tickets or teams: transfer, merge, split, and the way back.</summary>
internal static class TicketSagasApi
{
    public static void MapTicketSagas(this IEndpointRouteBuilder api)
    {
        api.MapPost("/tickets/{id}/transfer", Transfer).ForStaff().WithSummary("Moves a ticket to another department, with its promises, form and rights.").Produces<TicketSagaView>();
        api.MapPost("/tickets/merge", Merge).ForStaff().WithSummary("Merges tickets into another one.").Produces<TicketSagaView>();
        api.MapPost("/tickets/{id}/split", Split).ForStaff().WithSummary("Lets comments go on in a new ticket.").Produces<TicketSagaView>();
        api.MapGet("/ticket-sagas/{id}", Read).ForStaff().WithSummary("How a transfer, merge or split stands.").Produces<TicketSagaView>();
        api.MapPost("/ticket-sagas/{id}/undo", Undo).ForStaff().WithSummary("Takes a transfer, merge or split back, within 24 hours.").Produces<TicketSagaView>();
    }

    private static async Task<IResult> Transfer(string id, TransferTicketRequest body, HttpContext http, IGrainFactory grains) =>
        (Check.Ticket(id) ?? body.Refuse()) is { } refusal
            ? Answers.Refused(refusal)
            : (await Saga(body.SagaId, http, grains).Transfer(body.ToCommand(http.Session().Actor, id))).Answer();

    private static async Task<IResult> Merge(MergeTicketsRequest body, HttpContext http, IGrainFactory grains) =>
        body.Refuse() is { } refusal ? Answers.Refused(refusal) : (await Saga(body.SagaId, http, grains).Merge(body.ToCommand(http.Session().Actor))).Answer();

    private static async Task<IResult> Split(string id, SplitTicketRequest body, HttpContext http, IGrainFactory grains) =>
        (Check.Ticket(id) ?? body.Refuse()) is { } refusal
            ? Answers.Refused(refusal)
            : (await Saga(body.SagaId, http, grains).Split(body.ToCommand(http.Session().Actor, id))).Answer();

    private static async Task<IResult> Read(string id, HttpContext http, IGrainFactory grains) =>
        Refuse(id) is { } refusal ? Answers.Refused(refusal) : (await Saga(id, http, grains).View(http.Session().Actor)).Answer();

    private static async Task<IResult> Undo(string id, HttpContext http, IGrainFactory grains) =>
        Refuse(id) is { } refusal ? Answers.Refused(refusal) : (await Saga(id, http, grains).Undo(http.Session().Actor)).Answer();

    private static Refusal? Refuse(string id) => TenantScoped.IsId(id) ? null : new(ErrorCode.TicketNotFound, "There is no such merge, split or transfer.");

    private static ITicketSagaGrain Saga(string id, HttpContext http, IGrainFactory grains) => grains.TicketSaga(new(http.Session().Tenant, id));
}
