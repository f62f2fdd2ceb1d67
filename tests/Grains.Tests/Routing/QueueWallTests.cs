using System.Collections.Concurrent;
using System.Collections.Immutable;
using Grainline.Push;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Routing;

public sealed class QueueWallTests
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Changes_ManyInOneRound_AreToldOnceAndStillnessNever()
    {
        await using var host = await GrainHost.Start();
        var ear = new Ear();
        Assert.Equal(0, (await Watch(host, ear)).Value!.Waiting);
        await host.Pass(Round);
        await Eventually.Becomes(() => Task.FromResult(ear.Seen.Count), n => n == 1);
        ear.Seen.Clear();
        foreach (var i in Enumerable.Range(0, 20))
            await host.Conversation($"c{i:00}").Open(Opening());
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Waiting == 20);
        Assert.Empty(ear.Seen);
        await host.Pass(Round);
        await Eventually.Becomes(() => Task.FromResult(ear.Seen.Count), n => n == 1);
        var told = Assert.Single(ear.Seen);
        Assert.Equal(("queue/acme/support", 20), (told.Source, told.Queue.Waiting));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"c{i:00}"), told.Queue.Line!.Value.Select(w => w.ConversationId).Order());
        await host.Pass(5 * Round);
        Assert.Single(ear.Seen);
    }

    [Fact]
    public async Task Listener_AfterItsLease_HearsNothingAndOthersDo()
    {
        await using var host = await GrainHost.Start();
        var (gone, here) = (new Ear(), new Ear());
        await Watch(host, gone, "gone", TimeSpan.FromSeconds(2));
        await Watch(host, here);
        await host.Pass(Round);
        await Eventually.Becomes(() => Task.FromResult(gone.Seen.Count), n => n == 1);
        await host.Pass(2 * Round);
        gone.Seen.Clear();
        await host.Open("c1");
        await host.Pass(Round);
        await Eventually.Becomes(() => Task.FromResult(here.Seen.Any(p => p.Queue.Waiting == 1)), heard => heard);
        Assert.Empty(gone.Seen);
    }

    [Fact]
    public async Task Subscribe_ToAQueueThatDoesNotExist_IsRefused()
    {
        await using var host = await GrainHost.Start();
        var lease = Lease(host, new Ear(), "g", TimeSpan.FromMinutes(1));
        Assert.Equal(ErrorCode.QueueNotFound, (await host.Grains.Routing(new(GrainHost.Tenant, "none")).Subscribe(lease)).Refusal!.Code);
    }

    [Fact]
    public async Task Restart_OfTheQueue_TellsItsListenersToAskAgain()
    {
        await using var host = await GrainHost.Start();
        var ear = new Ear();
        await Watch(host, ear);

        // A second owner of the stream: the next commit ends this activation, and the one after it takes its listeners over.
        await host.Journal.OpenAsync("routing/acme/support");
        Task Publish() => host.Routing.PublishPolicy(new(new("round-robin"), QueueTools.Admin));
        Assert.NotNull(await Record.ExceptionAsync(Publish));
        await Eventually.Becomes(async () => await Record.ExceptionAsync(Publish), failure => failure is null);
        await Eventually.Becomes(() => Task.FromResult(ear.Resyncs.Count), n => n >= 1);
        await host.Pass(Round);
        await Eventually.Becomes(() => Task.FromResult(ear.Seen.Any(p => p.Queue.Policy!.Name == "round-robin")), heard => heard);
    }

    private static Task<Outcome<QueueView>> Watch(GrainHost host, Ear ear, string gateway = "gateway", TimeSpan? lease = null) =>
        host.Routing.Subscribe(Lease(host, ear, gateway, lease ?? TimeSpan.FromMinutes(5)));

    private static Subscription Lease(GrainHost host, Ear ear, string gateway, TimeSpan lease) =>
        new(gateway, host.Services.GetRequiredService<IGrainFactory>().CreateObjectReference<IGatewayObserver>(ear), host.Clock.GetUtcNow() + lease);

    private sealed class Ear : IGatewayObserver
    {
        public ConcurrentQueue<QueuePush> Seen { get; } = new();

        public ConcurrentQueue<ResyncPush> Resyncs { get; } = new();

        public Task Deliver(ImmutableArray<PushItem> items)
        {
            foreach (var item in items)
            {
                if (item is QueuePush push)
                    Seen.Enqueue(push);
                else if (item is ResyncPush resync)
                    Resyncs.Enqueue(resync);
            }

            return Task.CompletedTask;
        }
    }
}
