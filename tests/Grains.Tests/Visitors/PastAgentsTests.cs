using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Tests.Hosting;
using Grainline.Visitors;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Visitors;

/// <summary>Who served a visitor before is known when its next conversation opens, whatever was lost on the way.</summary>
public sealed class PastAgentsTests
{
    private static readonly OpenVisitorConversation Opens = new("web", null, null, null, ImmutableDictionary<string, string>.Empty, "refunds");

    [Fact]
    public async Task OpenConversation_AfterSeveralWereServed_NamesTheLastThreeAgentsNewestFirst()
    {
        await using var host = await Started();
        foreach (var agent in new[] { "amy", "li", "amy", "kim", "bo" })
            await ServeOne(host, agent);
        Assert.Equal(["bo", "kim", "amy"], await PastAgents(host));
    }

    [Fact]
    public async Task OpenConversation_WhenEveryWordOfItWasLost_KnowsAllTheSame()
    {
        await using var host = await Started();
        host.BeforeCall = call => call.MethodName == "Served" ? throw new TimeoutException("Lost on the way.") : Task.CompletedTask;
        await ServeOne(host, "amy");
        await host.Restart();
        Assert.Equal(["amy"], await PastAgents(host));
    }

    [Fact]
    public async Task Served_LateAndTwice_ChangesNothing()
    {
        await using var host = await Started();
        var first = await ServeOne(host, "amy");
        await ServeOne(host, "li");
        await host.Visitor.Served(new(first, "amy"));
        await host.Visitor.Served(new(first, "amy"));
        await host.Visitor.Served(new("never-opened", "kim"));
        Assert.Equal(["li", "amy"], await PastAgents(host));
        Assert.Equal(2, (await host.Journal.ReadAsync($"visitor/{GrainHost.Tenant}/ada", 0, 100)).Count(e => e.Type == "visitor.served"));
    }

    [Fact]
    public async Task OpenConversation_AfterOneThatNobodyServed_NamesNobody()
    {
        await using var host = await Started();
        var opened = await host.Visitor.OpenConversation(Opens);
        await host.Conversation(opened.Value!.ConversationId).Close(Visitor());
        Assert.Empty(await PastAgents(host));
    }

    private static async Task<GrainHost> Started()
    {
        string[] agents = ["amy", "li", "kim", "bo"];
        var host = await GrainHost.Start(agents);
        foreach (var agent in agents)
            await host.Agent(agent).SetAvailability(new(AgentStatus.Busy, null));
        Assert.True((await host.Visitor.Register(new("acme", "Ada", null, false))).Succeeded);
        return host;
    }

    private static async Task<string> ServeOne(GrainHost host, string agent)
    {
        host.Clock.Advance(TimeSpan.FromMilliseconds(2));
        var id = (await host.Visitor.OpenConversation(Opens)).Value!.ConversationId;
        Assert.True((await host.Conversation(id).Pull(Agent(agent))).Succeeded);
        Assert.True((await host.Conversation(id).Close(Visitor())).Succeeded);
        await Eventually.Becomes(() => host.Agent(agent).Inbox(), i => i.Value!.Load.Load == 0);
        return id;
    }

    /// <summary>As the queue is told them with the next conversation.</summary>
    private static async Task<ImmutableArray<string>> PastAgents(GrainHost host)
    {
        host.Clock.Advance(TimeSpan.FromMilliseconds(2));
        var id = (await host.Visitor.OpenConversation(Opens)).Value!.ConversationId;
        Assert.Equal("refunds", (await host.Conversation(id).View(Supervisor)).Value!.Topic);
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        var inbox = await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Offers.Any(o => o.Conversation.ConversationId == id));
        return inbox.Value!.Offers.Single(o => o.Conversation.ConversationId == id).Conversation.PastAgents!.Value;
    }
}
