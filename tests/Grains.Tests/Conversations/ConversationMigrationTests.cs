using System.Collections.Concurrent;
using System.Collections.Immutable;
using Grainline.Journal;
using Grainline.Push;
using Grainline.Refusals;
using Grainline.Runtime.Tests.Hosting;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Conversations;

/// <summary>What a conversation takes along, and who may write afterwards.</summary>
public sealed class ConversationMigrationTests
{
    [Fact]
    public async Task Migrate_WithListenersAndUnwrittenMarks_TakesBothAlong()
    {
        Assert.SkipWhen(SiloSetup.WhyNoMigration is not null, SiloSetup.WhyNoMigration ?? "");
        await using var host = await GrainHost.Start();
        var ear = new Ear();
        await host.Conversation("c1").Open(Opening());
        await host.Conversation("c1").Subscribe(new("g", host.Grains.CreateObjectReference<IGatewayObserver>(ear), host.Clock.GetUtcNow() + TimeSpan.FromMinutes(5)), Supervisor);
        var seq = (await host.Conversation("c1").Post(new(Visitor(), "m1", "before"))).Value!.Seq;
        await host.Conversation("c1").Read(new(Visitor(), seq));

        await Migrate(host);

        Assert.Equal(seq, (await host.Conversation("c1").View(Visitor())).Value!.VisitorReadSeq);
        await host.Conversation("c1").Post(new(Visitor(), "m2", "after"));
        await Eventually.Becomes(() => Task.FromResult(ear.Heard.OfType<MessagePush>().Count()), n => n == 2);
        Assert.Single(ear.Heard.OfType<ResyncPush>());

        // The marks were written with the post, by the one that had not made them.
        await host.Restart();
        Assert.Equal(seq, (await host.Conversation("c1").View(Visitor())).Value!.VisitorReadSeq);
    }

    [Fact]
    public async Task Migrate_UnderPosts_LosesNoneAndFencesWhatWasThereBefore()
    {
        await using var host = await GrainHost.Start();
        await host.Conversation("c1").Open(Opening());
        var posts = new List<Task<Outcome<Grainline.Conversations.Posted>>>();
        for (var i = 0; i < 300; i++)
        {
            posts.Add(host.Conversation("c1").Post(new(Visitor(), $"m{i}", $"{i}")));
            if (i % 100 == 50)
                await Migrate(host);
        }

        var seqs = (await Task.WhenAll(posts)).Select(p => p.Value!.Seq).ToArray();
        Assert.Equal(Enumerable.Range(3, 300).Select(i => (long)i), seqs.Order());
        Assert.Equal(302, (await host.Conversation("c1").View(Visitor())).Value!.Head);

        // Opened once at first and once by each of the three that followed.
        var head = (await host.Journal.ReadAsync("conversation/acme/c1", 0, 1_000))[^1].Seq;
        await Assert.ThrowsAsync<StaleEpochException>(async () => await host.Journal.AppendAsync("conversation/acme/c1", 3, head, [Note(host)]));
        await host.Journal.AppendAsync("conversation/acme/c1", 4, head, [Note(host)]);
    }

    private static NewEntry Note(GrainHost host) => new("conversation.read", """{"visitorSeq":0,"staffSeq":0}"""u8.ToArray(), host.Clock.GetUtcNow(), null);

    // From within a call, whose context is the grain's own.
    private static async Task Migrate(GrainHost host)
    {
        Task? left = null;
        host.AfterCall = call =>
        {
            if (call.TargetId.Type.ToString() == "conversation")
                left ??= Leave(call.TargetContext);
            return Task.CompletedTask;
        };
        await host.Conversation("c1").View(Visitor());
        host.AfterCall = static _ => Task.CompletedTask;
        await left!;

        static Task Leave(Orleans.Runtime.IGrainContext grain)
        {
            grain.Migrate(null);
            return grain.Deactivated;
        }
    }

    private sealed class Ear : IGatewayObserver
    {
        public ConcurrentQueue<PushItem> Heard { get; } = new();

        public Task Deliver(ImmutableArray<PushItem> items)
        {
            foreach (var item in items)
                Heard.Enqueue(item);
            return Task.CompletedTask;
        }
    }
}
