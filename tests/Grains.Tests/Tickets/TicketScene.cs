using System.Collections.Immutable;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using Grainline.Tickets.Desk;

namespace Grainline.Tests.Tickets;

/// <summary>A desk with two departments, and shorthands for what people do to tickets.</summary>
internal static class TicketScene
{
    public const string Care = "care";
    public const string Billing = "billing";

    public static readonly Actor Amy = new(ActorKind.Agent, "amy", "amy", StaffRoles.Agent);
    public static readonly Actor Bob = new(ActorKind.Agent, "bob", "bob", StaffRoles.Agent);
    public static readonly Actor Cid = new(ActorKind.Agent, "cid", "cid", StaffRoles.Agent);
    public static readonly Actor Boss = new(ActorKind.Agent, "boss", "boss", StaffRoles.Admin);
    public static readonly Actor Ada = new(ActorKind.Visitor, "ada", "Ada");

    /// <summary>Amy and Bob serve Care, Cid serves Billing, the boss oversees.</summary>
    public static async Task<GrainHost> Start(Action<Microsoft.Extensions.Hosting.HostApplicationBuilder>? configure = null)
    {
        var host = await GrainHost.Start(configure ?? (static _ => { }), "amy", "bob", "cid", "boss");
        var desk = host.Grains.Desk(GrainHost.Tenant);
        Done(await desk.PublishForm(Boss, "order", Form(), null, check: false));
        Done(await desk.SaveTeam(Boss, new(Care, "Care", ["amy", "bob"], "default", ["default", "order"], "default", null)));
        Done(await desk.SaveTeam(Boss, new(Billing, "Billing", ["cid"], "default", ["default"], null, null)));
        return host;
    }

    public static FormSpec Form(string more = "", ImmutableArray<FieldStep>? upgrade = null, bool open = true) => new(
        "Order",
        new($$"""{"type":"object","properties":{"order":{"type":"string","maxLength":20},"count":{"type":"integer"}{{more}}},"required":["order"],"additionalProperties":false}"""),
        new("""{"fields":{"order":{"labels":{"en":"Order"},"requesterSees":true}}}"""), open, upgrade ?? []);

    public static ITicketGrain Ticket(this GrainHost host, string id = "t1") => host.Grains.Ticket(new(GrainHost.Tenant, id));

    public static CreateTicket Creation(Actor? by = null, string team = Care, string? form = null, string fields = "{}", AddComment? comment = null, string? conversation = null, string? assignee = null) => new(
        by ?? Amy, team, "It is broken", Priority.Normal, form, new(fields), new("ada", "Ada", "ada@example.com"), conversation, comment, [], assignee);

    public static async Task<TicketView> Created(this GrainHost host, string id = "t1", CreateTicket? command = null) => Done(await host.Ticket(id).Create(command ?? Creation()));

    public static async Task<TicketView> Does(this ITicketGrain ticket, Actor by, params TicketAction[] actions) => Done(await ticket.Tries(by, actions)).Ticket;

    public static Task<Outcome<TicketApplied>> Tries(this ITicketGrain ticket, Actor by, params TicketAction[] actions) =>
        ticket.Apply(new(by, Guid.NewGuid().ToString("N"), [.. actions]));

    public static async Task<ImmutableArray<TicketEntryView>> Entries(this ITicketGrain ticket, Actor reader) => Done(await ticket.Timeline(new(reader, 0, Limits.PageSize))).Entries;

    public static T Done<T>(Outcome<T> outcome)
    {
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    public static void Refused<T>(ErrorCode code, Outcome<T> outcome) => Assert.Equal(code, outcome.Refusal?.Code);

    public static AddComment Say(string text) => new(text, Public: true);

    public static AddComment Note(string text) => new(text, Public: false);
}
