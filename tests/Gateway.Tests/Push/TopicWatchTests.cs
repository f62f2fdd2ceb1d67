using Grainline.Gateway.Push;
using Grainline.Gateway.Tests.Hosting;
using Grainline.Push;
using Grainline.Refusals;
using Microsoft.Extensions.DependencyInjection;

namespace Grainline.Gateway.Tests.Push;

public sealed class TopicWatchTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private readonly RunTopics _topics = new();

    private Socket Of(string agent) => host.Services.GetRequiredService<Sockets>().All.Single(socket => socket.Session.Id == agent);

    /// <summary>Known to the gateway once its first call is answered.</summary>
    private async Task<HubClient> Connected(string agent, string tenant)
    {
        var client = await host.Connect("agent", await host.Hire(agent, StaffRoles.Agent, tenant, "support"));
        await client.Invoke("Inbox");
        return client;
    }

    /// <summary>The grain goes on while its answer is under way: nobody was there yet to hear what it told.</summary>
    [Fact]
    public async Task Watch_ChangeToldBeforeTheSocketJoined_IsInTheAnswer()
    {
        await using var tom = await Connected("tom", "topic1");
        var watch = new Scripted(host, _topics, [("before", true), ("after", false)]);
        Assert.Equal("after", (await watch.Watch(Of("tom"))).Value);
        Assert.Equal(2, watch.Asked);
        Assert.True(_topics.TryGet(Scripted.Key, out var topic));
        Assert.Same(Of("tom"), Assert.Single(topic.Staff));
    }

    [Fact]
    public async Task Watch_NothingToldMeanwhile_AsksOnce()
    {
        await using var tia = await Connected("tia", "topic2");
        var watch = new Scripted(host, _topics, [("now", false)]);
        Assert.Equal("now", (await watch.Watch(Of("tia"))).Value);
        Assert.Equal(1, watch.Asked);
    }

    /// <summary>What may not be seen any more at the second asking was not joined for good at the first.</summary>
    [Fact]
    public async Task Watch_OverOrRefusedMeanwhile_LeavesNobodyListening()
    {
        await using var ted = await Connected("ted", "topic3");
        await new Scripted(host, _topics, [("now", true), (Scripted.Over, false)]).Watch(Of("ted"));
        Assert.True(_topics.TryGet(Scripted.Key, out var topic));
        Assert.True(topic.IsEmpty);
        Assert.Equal(ErrorCode.Forbidden, (await new Scripted(host, _topics, [("now", true), (null, false)]).Watch(Of("ted"))).Refusal!.Code);
        Assert.True(topic.IsEmpty);
    }

    /// <param name="answers">Of the grain, one after the other, and whether it tells a change before the answer is here; null refuses.</param>
    private sealed class Scripted(GatewayHost host, RunTopics topics, (string? View, bool Tells)[] answers)
        : TopicWatch<string>(topics, host.Services.GetRequiredService<GatewayEar>(), host.Services.GetRequiredService<LeaseClock>())
    {
        public const string Key = "topic/b";
        public const string Over = "over";

        public int Asked { get; private set; }

        public Task<Outcome<string>> Watch(Socket socket) => Watch(socket, Key);

        protected override Task<Outcome<string>> Subscribe(string key, Subscription subscription, Actor reader)
        {
            var (view, tells) = answers[Asked++];
            if (tells)
                topics.Pushed($"bulk/{key}");
            return Task.FromResult<Outcome<string>>(view is null ? new Refusal(ErrorCode.Forbidden, "No longer.") : view);
        }

        protected override Task Unsubscribe(string key, string gateway) => Task.CompletedTask;

        protected override bool IsOver(string view) => view == Over;
    }
}
