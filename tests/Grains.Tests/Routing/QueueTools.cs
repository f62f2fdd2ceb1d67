using System.Collections.Immutable;
using System.Text.Json;
using Grainline.Agents;
using Grainline.Push;
using Grainline.Routing;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Routing;

/// <summary>What tests of queues do again and again.</summary>
internal static class QueueTools
{
    public static readonly QueueProfile Plain = new("Support", "least-loaded", 30);

    public static Actor Admin => Agent("root", StaffRoles.Admin);

    public static async Task Configure(this GrainHost host, QueueProfile profile)
    {
        var configured = await host.Routing.Configure(profile);
        Assert.True(configured.Succeeded, configured.Refusal?.Message);
    }

    public static async Task ConfigureAgent(this GrainHost host, string agent, int capacity, params SkillLevel[] skills) =>
        Assert.True((await host.Agent(agent).Configure(new(agent, capacity, [GrainHost.Queue], [.. skills]))).Succeeded);

    public static async Task Available(this GrainHost host, params string[] agents)
    {
        foreach (var agent in agents)
            Assert.True((await host.Agent(agent).SetAvailability(new(AgentStatus.Available, null))).Succeeded);
        await Eventually.Becomes(() => host.Routing.View(), v => agents.All(a => v.Value!.Agents.Any(s => s.AgentId == a && s.Status == AgentStatus.Available)));
    }

    public static async Task Open(this GrainHost host, string id)
    {
        Assert.True((await host.Conversation(id).Open(Opening())).Succeeded);
        await Eventually.Becomes(() => host.Events("routing.joined"), joined => joined.Any(j => j.GetProperty("conversation").Text("conversationId") == id));
    }

    /// <summary>The offer for a conversation that the agent holds; the clock stands still meanwhile.</summary>
    public static async Task<OfferView> Offered(this GrainHost host, string agent, string id) =>
        (await Eventually.Becomes(() => host.Agent(agent).Inbox(), i => i.Value!.Offers.Any(o => o.Conversation.ConversationId == id)))
        .Value!.Offers.Single(o => o.Conversation.ConversationId == id);

    public static async Task Accept(this GrainHost host, string agent, string id)
    {
        var offer = await host.Offered(agent, id);
        var accepted = await host.Conversation(id).Accept(new(Agent(agent), offer.OfferId));
        Assert.True(accepted.Succeeded, accepted.Refusal?.Message);
    }

    /// <summary>Lets time pass in steps that no lease, clock or picture outlives unseen.</summary>
    public static async Task Pass(this GrainHost host, TimeSpan time, params string[] atWork)
    {
        var step = TimeSpan.FromSeconds(1);
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            host.Clock.Advance(step);
            await Round(host);
        }

        foreach (var agent in atWork)
            await host.Available(agent);
    }

    public static async Task<JsonElement[]> Events(this GrainHost host, string type, string queue = GrainHost.Queue)
    {
        var entries = await host.Journal.ReadAsync($"routing/{GrainHost.Tenant}/{queue}", 0, 10_000);
        return [.. entries.Where(e => e.Type == type).Select(e => JsonDocument.Parse(e.Payload).RootElement)];
    }

    /// <summary>Once so many decisions are on disk: agents hear of their offers before.</summary>
    public static Task<JsonElement[]> Decisions(this GrainHost host, int count) => Eventually.Becomes(() => host.Events("routing.decided"), d => d.Length == count);

    /// <summary>The agent's console is open: it stays at work however far the clock goes within the hour.</summary>
    public static Task BePresent(this GrainHost host, string agent) => host.Agent(agent).Subscribe(
        new("gateway", host.Grains.CreateObjectReference<IGatewayObserver>(Console), host.Clock.GetUtcNow() + TimeSpan.FromHours(1)));

    public static string Text(this JsonElement @event, string member) => @event.GetProperty(member).GetString()!;

    // Held here: the runtime keeps weak references only.
    private static readonly DeafEar Console = new();

    private sealed class DeafEar : IGatewayObserver
    {
        public Task Deliver(ImmutableArray<PushItem> items) => Task.CompletedTask;
    }

    // A call that comes after a tick runs after it.
    private static Task Round(GrainHost host) => Eventually.Answers(() => host.Routing.View());
}
