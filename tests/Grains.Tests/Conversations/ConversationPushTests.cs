using System.Collections.Concurrent;
using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Push;
using Grainline.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Conversations;

public sealed class ConversationPushTests
{
    [Fact]
    public async Task Post_ManyAtOnce_ArePushedInOrderAndLinkedForBothAudiences()
    {
        await using var host = await GrainHost.Start();
        var ear = new Ear();
        await host.Conversation("c1").Open(Opening());
        await Listen(host, "c1", ear);
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i =>
            host.Conversation("c1").Post(new(i % 4 == 0 ? Supervisor : Visitor(), $"m{i}", $"{i}", i % 4 == 0 ? Grainline.Conversations.MessageKind.Note : Grainline.Conversations.MessageKind.Text))));
        await Eventually.Becomes(() => Task.FromResult(ear.Messages.Count), n => n == 300);
        var messages = ear.Messages.ToArray();
        Assert.Equal(messages.Select(m => m.Message.Seq).Order(), messages.Select(m => m.Message.Seq));
        Assert.All(messages.Zip(messages.Skip(1)), p => Assert.Equal(p.First.Message.Seq, p.Second.Message.Prev));
        var seen = messages.Where(m => m.Audience.HasFlag(Audience.Visitors)).ToArray();
        Assert.All(seen.Zip(seen.Skip(1)), p => Assert.Equal(p.First.Message.Seq, p.Second.VisitorPrev));
    }

    [Fact]
    public async Task Heads_AfterThePushesEnd_AreToldTwiceMoreAndThenNoMore()
    {
        await using var host = await GrainHost.Start();
        var ear = new Ear();
        await host.Conversation("c1").Open(Opening());
        await Listen(host, "c1", ear);
        await host.Conversation("c1").Post(new(Visitor(), "m1", "hello"));
        foreach (var echoes in new[] { 1, 2 })
        {
            await host.Clock.WhenArmed(TimeSpan.FromSeconds(15));
            host.Clock.Advance(TimeSpan.FromSeconds(15));
            await Eventually.Becomes(() => Task.FromResult(ear.Heads.Count), n => n == echoes);
        }

        host.Clock.Advance(TimeSpan.FromSeconds(14));
        await host.Conversation("c1").View(Visitor());
        Assert.Equal(2, ear.Heads.Count);
        Assert.Equal(3, ear.Heads.First().VisitorHead);
    }

    [Fact]
    public async Task Lease_NotRenewed_EndsThePushes()
    {
        await using var host = await GrainHost.Start();
        var (ear, other) = (new Ear(), new Ear());
        await host.Conversation("c1").Open(Opening());
        await Listen(host, "c1", ear, TimeSpan.FromSeconds(10), "short");
        await Listen(host, "c1", other);
        host.Clock.Advance(TimeSpan.FromSeconds(11));
        await host.Conversation("c1").Post(new(Visitor(), "m1", "hello"));
        await Eventually.Becomes(() => Task.FromResult(other.Messages.Count), n => n == 1);
        Assert.Empty(ear.Messages);
    }

    [Fact]
    public async Task GatewayThatFails_HoldsUpNobodyAndIsToldToResyncOnceItIsBack()
    {
        await using var host = await GrainHost.Start();
        var (ailing, well) = (new Ear { Fails = true }, new Ear());
        await host.Conversation("c1").Open(Opening());
        await Listen(host, "c1", ailing, gateway: "ailing");
        await Listen(host, "c1", well);
        await host.Conversation("c1").Post(new(Visitor(), "m1", "hello"));
        await Eventually.Becomes(() => Task.FromResult(well.Messages.Count), n => n == 1);
        ailing.Fails = false;
        await Eventually.Becomes(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromMilliseconds(100));
                return Task.FromResult(ailing.Resyncs.Count);
            },
            n => n >= 1);
        Assert.Empty(well.Resyncs);
    }

    [Fact]
    public async Task AgentFeed_IsNumberedWithoutGaps()
    {
        await using var host = await GrainHost.Start("amy");
        var ear = new Ear();
        await host.Agent("amy").Subscribe(Lease(host, ear, TimeSpan.FromMinutes(1), "g"));
        var first = (await host.Agent("amy").Inbox()).Value!.Feed;
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        await host.Conversation("c1").Open(Opening());
        var inbox = await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Offers.Length == 1);
        await host.Conversation("c1").Accept(new(Agent("amy"), inbox.Value!.Offers[0].OfferId));
        await host.Conversation("c1").Resolve(Agent("amy"));
        var last = (await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Load.Load == 0)).Value!.Feed;
        await Eventually.Becomes(() => Task.FromResult(ear.Feed.Count), n => n == last - first);
        Assert.Equal(Enumerable.Range(1, ear.Feed.Count).Select(i => first + i), ear.Feed.Select(f => f.Feed));
        Assert.Contains(ear.Feed, f => f.Offer is not null);
        Assert.Contains(ear.Feed, f => f.Withdrawn?.Reason == "accepted");
        Assert.Contains(ear.Feed, f => f.Conversation?.Status == Grainline.Conversations.ConversationStatus.Resolved);
    }

    private static async Task Listen(GrainHost host, string id, Ear ear, TimeSpan? lease = null, string gateway = "gateway") =>
        Assert.True((await host.Conversation(id).Subscribe(Lease(host, ear, lease ?? TimeSpan.FromMinutes(5), gateway), Supervisor)).Succeeded);

    private static Subscription Lease(GrainHost host, Ear ear, TimeSpan lease, string gateway) =>
        new(gateway, host.Services.GetRequiredService<IGrainFactory>().CreateObjectReference<IGatewayObserver>(ear), host.Clock.GetUtcNow() + lease);

    private sealed class Ear : IGatewayObserver
    {
        public bool Fails { get; set; }

        public ConcurrentQueue<MessagePush> Messages { get; } = new();

        public ConcurrentQueue<HeadPush> Heads { get; } = new();

        public ConcurrentQueue<ResyncPush> Resyncs { get; } = new();

        public ConcurrentQueue<AgentPush> Feed { get; } = new();

        public Task Deliver(ImmutableArray<PushItem> items)
        {
            if (Fails)
                throw new IOException("The gateway is ailing.");
            foreach (var item in items)
            {
                switch (item)
                {
                    case MessagePush message:
                        Messages.Enqueue(message);
                        break;
                    case HeadPush head:
                        Heads.Enqueue(head);
                        break;
                    case ResyncPush resync:
                        Resyncs.Enqueue(resync);
                        break;
                    case AgentPush step:
                        Feed.Enqueue(step);
                        break;
                }
            }

            return Task.CompletedTask;
        }
    }
}
