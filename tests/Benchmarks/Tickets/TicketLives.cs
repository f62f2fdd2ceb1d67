using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Security;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using Orleans;

namespace Grainline.Benchmarks;

/// <summary>The life of a ticket, from its creation to its end: each transition waits until the one before is on disk.</summary>
internal sealed class TicketLives(IGrainFactory grains)
{
    public const int Transitions = 7;
    public const string Plain = "plain";
    public const string Promising = "promising";

    private const string Tenant = "bench";

    private static readonly Actor Agent = new(ActorKind.Agent, "amy", "Amy", StaffRoles.Agent);

    private static readonly TicketAction[] Updates =
    [
        new AssignTicket("me"), new SetPriority(Priority.High), new AddTags(["order", "late"]), new AddComment("The parcel has not arrived; the carrier was asked.", Public: false),
        new AddComment("We have asked the carrier and tell you tomorrow.", Public: true), new TriggerState("solve"),
    ];

    private int _last;

    public static async Task<TicketLives> SetUp(IGrainFactory grains)
    {
        var tenant = grains.Tenant(Tenant);
        Check(await tenant.Create(new("Bench")));
        Check(await tenant.AddQueue("support", new("Support", "least-loaded", 30)));
        Check(await tenant.AddStaff(new("amy", Tenant, "amy", "Amy", StaffRoles.Agent, "hash"), new("Amy", 1, ["support"])));
        var desk = grains.Desk(Tenant);
        var admin = Agent with { Roles = StaffRoles.Admin };
        Check(await desk.SaveTeam(admin, new(Plain, "Plain", ["amy"], "default", ["default"], null, null)));
        Check(await desk.SaveTeam(admin, new(Promising, "Promising", ["amy"], "default", ["default"], "default", null)));
        return new(grains);
    }

    /// <summary>How many transitions there were; fewer than all when it was stopped.</summary>
    public async Task<int> Live(string team, CancellationToken stop)
    {
        var ticket = grains.Ticket(new(Tenant, $"t{Interlocked.Increment(ref _last)}"));
        Check(await ticket.Create(new(Agent, team, "Where is my parcel?", Priority.Normal, null, JsonText.EmptyObject, new(null, "Ada", "ada@example.com"), null, null, [])));
        var done = 1;
        foreach (var update in Updates)
        {
            if (stop.IsCancellationRequested)
                return done;
            Check(await ticket.Apply(new(Agent, $"r{done}", [update])));
            done++;
        }

        return done;
    }

    private static void Check<T>(Outcome<T> outcome)
    {
        if (outcome.Refusal is { } refusal)
            throw new InvalidOperationException($"{refusal.Code}: {refusal.Message}");
    }
}
