using System.Collections.Immutable;
using Grainline.Refusals;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using Grainline.Tickets.Sla;
using Grainline.Tickets.Work;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets.Work;

/// <summary>Two departments that differ in everything a transfer has to bring along: forms, lifecycles, promises.</summary>
internal static class SagaScene
{
    public static async Task<GrainHost> Departments()
    {
        var host = await Start();
        var desk = host.Grains.Desk(GrainHost.Tenant);
        Done(await desk.PublishForm(Boss, "invoice", Invoice, null, check: false));
        Done(await desk.PublishLifecycle(Boss, "office", Office, null));
        Done(await desk.PublishSlaPolicy(Boss, "fast", new("Fast", [new(SlaMetric.Resolution, null, 36_000), new(SlaMetric.FirstResponse, null, 600)]), null));
        Done(await desk.SaveTeam(Boss, new(Billing, "Billing", ["cid"], "office", ["invoice"], "fast", null)));
        return host;
    }

    public static ITicketSagaGrain Saga(this GrainHost host, string id = "s1") => host.Grains.TicketSaga(new(GrainHost.Tenant, id));

    public static TransferTicket ToBilling(string ticket = "t1", string? fields = """{"invoice":"I-7"}""", Actor? by = null, string? agent = null) =>
        new(by ?? Amy, ticket, Billing, agent, null, fields is null ? null : new(fields), "Please look at the bill.");

    public static Task<TicketView> Order(this GrainHost host, string id = "t1") =>
        host.Created(id, Creation(form: "order", fields: """{"order":"A-1","count":2}""", assignee: "amy"));

    /// <summary>Time goes on until it has come to an end.</summary>
    public static async Task<TicketSagaView> Ends(this GrainHost host, string id = "s1")
    {
        var ended = await Eventually.Becomes(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(3));
                return Eventually.Answers(() => host.Saga(id).View(Boss));
            },
            v => v.Value?.EndedAt is not null);
        return ended.Value!;
    }

    public static async Task<TicketView> Seen(this GrainHost host, string id = "t1") => Done(await host.Ticket(id).View(Boss));

    /// <summary>Around the clock nothing pauses here: what was used is all that has passed since it began.</summary>
    public static void CountsAllTime(this GrainHost host, TicketView ticket)
    {
        var now = host.Clock.GetUtcNow();
        var clock = Assert.Single(ticket.Sla, c => c.Metric == SlaMetric.Resolution);
        Assert.Equal((now.ToUnixTimeSeconds() - clock.StartedAt.ToUnixTimeSeconds(), true), (SlaClocks.Used(clock, null, now), clock.RunningSince is not null));
    }

    public static async Task<ImmutableArray<string>> Words(this GrainHost host, string ticket) =>
        [.. (await host.Ticket(ticket).Entries(Boss)).Where(e => e.Kind is "comment" or "note").Select(e => $"{e.By.Id}: {e.Text}")];

    /// <summary>Held by nobody: people may change it.</summary>
    public static async Task MayChange(this GrainHost host, string ticket) =>
        Assert.NotEqual(ErrorCode.TicketBusy, (await host.Ticket(ticket).Tries(Boss, Note("free"))).Refusal?.Code);

    private static FormSpec Invoice { get; } = new(
        "Invoice",
        new("""{"type":"object","properties":{"invoice":{"type":"string"},"order":{"type":"string"},"count":{"type":"string"}},"required":["invoice"],"additionalProperties":false}"""),
        JsonText.EmptyObject, false, []);

    private static LifecycleSpec Office { get; } = new(
        "Office", "inbox",
        [State("inbox", StateCategory.New), State("desk", StateCategory.Open), State("done", StateCategory.Closed)],
        [Way("inbox", "take", "desk"), Way("desk", "finish", "done"), Way("done", "again", "desk")]);

    private static StateSpec State(string id, StateCategory category) => new(id, category, Names(id));

    private static TransitionSpec Way(string from, string trigger, string to) => new([from], trigger, to, Names(trigger));

    private static ImmutableDictionary<string, string> Names(string name) => ImmutableDictionary<string, string>.Empty.Add("en", name);
}
