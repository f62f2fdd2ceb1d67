using System.Collections.Concurrent;
using System.Collections.Immutable;
using Grainline.Push;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Push;

/// <summary>Leases live in the memory of an activation. When that ended together with its silo, gateways are asked who listened.</summary>
public sealed class ListenerSearchTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Activation_AfterItsSiloEnded_AsksTheGatewaysThatAreThere()
    {
        await using var host = await GrainHost.Start();
        await host.Conversation("c1").Open(Opening());
        await host.Conversation("c1").Subscribe(new Ear().Of("g", host), Supervisor);
        await host.Restart();
        var (there, gone) = (new Ear(), new Ear());
        Assert.False(await host.Grains.GatewayRoster().Enlist(there.Of("g", host)));
        Assert.True(await host.Grains.GatewayRoster().Enlist(there.Of("g", host)));
        await host.Grains.GatewayRoster().Enlist(gone.Of("old", host, TimeSpan.Zero));

        await host.Conversation("c1").View(Visitor());

        await Asked(host, there, "acme/c1");
        Assert.Empty(gone.Heard);
    }

    /// <summary>Whoever has caused the activation by taking its lease is known and need not be asked.</summary>
    [Fact]
    public async Task Activation_ByAGatewayThatSubscribes_AsksTheOthersOnly()
    {
        await using var host = await GrainHost.Start();
        await host.Conversation("c1").Open(Opening());
        await host.Restart();
        var (one, other) = (new Ear(), new Ear());
        await host.Grains.GatewayRoster().Enlist(one.Of("one", host));
        await host.Grains.GatewayRoster().Enlist(other.Of("other", host));

        await host.Conversation("c1").Subscribe(one.Of("one", host), Supervisor);

        await Asked(host, other, "acme/c1");
        Assert.DoesNotContain(one.Heard, item => item is RenewPush { Source: "acme/c1" });
    }

    private static Task Asked(GrainHost host, Ear ear, string source) => Eventually.Becomes(
        () =>
        {
            // The search waits a moment before it asks.
            host.Clock.Advance(TimeSpan.FromMilliseconds(100));
            return Task.FromResult(ear.Heard.Any(item => item is RenewPush && item.Source == source));
        },
        asked => asked);

    private sealed class Ear : IGatewayObserver
    {
        public ConcurrentQueue<PushItem> Heard { get; } = new();

        public Subscription Of(string gateway, GrainHost host, TimeSpan? lease = null) =>
            new(gateway, host.Grains.CreateObjectReference<IGatewayObserver>(this), host.Clock.GetUtcNow() + (lease ?? Lease));

        public Task Deliver(ImmutableArray<PushItem> items)
        {
            foreach (var item in items)
                Heard.Enqueue(item);
            return Task.CompletedTask;
        }
    }
}
