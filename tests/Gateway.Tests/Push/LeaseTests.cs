using Grainline.Gateway.Push;
using Grainline.Gateway.Tests.Hosting;
using Grainline.Push;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Grainline.Gateway.Tests.Push;

public sealed class LeaseTests(TightHost host) : IClassFixture<TightHost>
{
    private LeaseKeeper Keeper => host.Services.GetServices<IHostedService>().OfType<LeaseKeeper>().Single();

    [Fact]
    public async Task Sweep_AfterTheLastSocket_GivesTheLeaseUp()
    {
        var topics = host.Services.GetRequiredService<ConversationTopics>();
        var visitor = await host.Visitor();
        var id = (await visitor.Invoke("OpenConversation", new { })).GetProperty("conversationId").GetString();
        Assert.True(topics.TryGet($"demo/{id}", out var topic));
        await visitor.DisposeAsync();
        await Eventually.Becomes(() => Task.FromResult(topic.IsEmpty), empty => empty);

        await Keeper.SweepConversations();

        Assert.False(topics.TryGet($"demo/{id}", out _));
        Assert.True(topic.Retired);
    }

    [Fact]
    public async Task Sweep_LeaseThatLapsed_IsTakenAgainAndClientsAreTold()
    {
        var topics = host.Services.GetRequiredService<ConversationTopics>();
        await using var visitor = await host.Visitor();
        var id = (await visitor.Invoke("OpenConversation", new { })).GetProperty("conversationId").GetString();
        Assert.True(topics.TryGet($"demo/{id}", out var topic));
        topic.Leased(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

        await Keeper.SweepConversations();

        Assert.Equal(id, (await visitor.Next("Resync")).GetProperty("conversationId").GetString());
        Assert.True(topic.LeaseUntil > TimeProvider.System.GetUtcNow());
    }

    /// <summary>A grain that began anew elsewhere asks who listens: the lease is taken again at the next sweep.</summary>
    [Fact]
    public async Task Renewal_AskedFor_HasTheLeaseTakenAgainAndClientsRead()
    {
        var topics = host.Services.GetRequiredService<ConversationTopics>();
        await using var visitor = await host.Visitor();
        var id = (await visitor.Invoke("OpenConversation", new { })).GetProperty("conversationId").GetString();
        Assert.True(topics.TryGet($"demo/{id}", out var topic));

        await host.Services.GetRequiredService<GatewayObserver>().Deliver([new RenewPush($"demo/{id}"), new RenewPush("demo/of-somebody-else")]);
        Assert.True(topic.LeaseUntil <= TimeProvider.System.GetUtcNow());
        await Keeper.SweepConversations();

        Assert.Equal(id, (await visitor.Next("Resync")).GetProperty("conversationId").GetString());
        Assert.True(topic.LeaseUntil > TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task Presence_AfterTheLastSocket_EndsWithTheLease()
    {
        var token = await host.StaffToken("li");
        await using (var li = await host.Connect("agent", token))
        {
            await li.Invoke("Inbox");
            await li.Invoke("SetAvailability", new { status = "available" });
            Assert.Equal("available", await Status(token));
        }

        await Eventually.Becomes(() => Status(token), status => status == "offline");
    }

    [Fact]
    public async Task Call_OverTheBudget_Refuses503AndThenClosesAsAbuse()
    {
        await using var amy = await host.Agent("amy");
        var codes = new List<int>();
        for (var i = 0; i < 20; i++)
            codes.Add(await amy.Refused("Sync", new { conversationId = "none", after = 0 }));

        Assert.Equal(300, codes[0]);
        Assert.Contains(503, codes);
        for (var i = 0; i < 400; i++)
            await amy.SendRaw("""{"type":1,"target":"Sync","arguments":[{"conversationId":"none","after":0}]}""" + "\u001e");
        Assert.Equal(3502, (await amy.Next("GoAway")).GetProperty("code").GetInt32());
        Assert.StartsWith("3502:", await amy.Closed);
    }

    private async Task<string?> Status(string token) =>
        (await host.Get("/api/v1/agents", token)).GetProperty("items").EnumerateArray().Single(agent => agent.GetProperty("agentId").GetString() == "li")
        .GetProperty("status").GetString();
}
