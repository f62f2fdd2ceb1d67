using System.Collections.Concurrent;
using System.Collections.Immutable;
using Grainline.Push;
using Grainline.Refusals;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets;

public sealed class TicketWatchTests
{
    [Fact]
    public async Task Apply_WhileWatched_PushesEntriesInOrderAndTheViewOnce()
    {
        await using var host = await Start();
        await host.Created();
        var ear = new Ear();
        Done(await Listen(host, ear, Amy));
        var view = await host.Ticket().Does(Amy, new SetSubject("Changed"), Say("Hello"), Note("Quiet"));
        await Eventually.Becomes(() => Task.FromResult(ear.Views.Count), n => n == 1);
        Assert.Equal(view.Version, ear.Views.Single().Version);
        Assert.Equal(["changed", "comment", "state", "note", "sla"], ear.Entries.Select(e => e.Kind).Distinct());
        Assert.Equal(ear.Entries.Select(e => e.Seq).Order(), ear.Entries.Select(e => e.Seq));
        await host.Ticket().Unsubscribe("gw");
        await host.Ticket().Does(Amy, Note("Unheard"));
        Assert.DoesNotContain(ear.Entries, e => e.Text == "Unheard");
    }

    [Fact]
    public async Task Subscribe_ByWhoMayNot_IsRefused()
    {
        await using var host = await Start();
        await host.Created();
        Refused(ErrorCode.TicketNotFound, await Listen(host, new Ear(), Cid));
        Refused(ErrorCode.TicketNotFound, await Listen(host, new Ear(), Ada));
    }

    [Fact]
    public async Task Look_IsToldToOthersAndEndsByItself()
    {
        await using var host = await Start();
        await host.Created();
        var ear = new Ear();
        Done(await Listen(host, ear, Amy));
        await host.Ticket().Look(new(Amy, TicketStance.Viewing));
        await host.Ticket().Look(new(Bob, TicketStance.Editing));
        await host.Ticket().Look(new(Cid, TicketStance.Viewing));
        await Present(host, "amy Viewing", "bob Editing");
        await Eventually.Becomes(() => Task.FromResult(ear.Present.LastOrDefault([]).Length), n => n == 2);
        await host.Ticket().Look(new(Bob, null));
        await Present(host, "amy Viewing");
        await host.Clock.WhenArmed(LookAtTicket.For / 3);
        host.Clock.Advance(LookAtTicket.For + TimeSpan.FromSeconds(1));
        await Present(host);
        await Eventually.Becomes(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(ear.Present.Last().IsEmpty);
            },
            gone => gone);
    }

    private static Task Present(GrainHost host, params string[] expected) => Eventually.Becomes(
        async () => Done(await host.Ticket().View(Bob)).Present.Select(p => $"{p.Agent.Id} {p.Stance}").ToArray(), present => present.SequenceEqual(expected));

    private static Task<Outcome<TicketView>> Listen(GrainHost host, Ear ear, Actor reader) => host.Ticket().Subscribe(
        new("gw", host.Grains.CreateObjectReference<IGatewayObserver>(ear), host.Clock.GetUtcNow() + TimeSpan.FromMinutes(5)), reader);

    private sealed class Ear : IGatewayObserver
    {
        public ConcurrentQueue<TicketView> Views { get; } = new();

        public ConcurrentQueue<TicketEntryView> Entries { get; } = new();

        public ConcurrentQueue<ImmutableArray<TicketPresenceView>> Present { get; } = new();

        public Task Deliver(ImmutableArray<PushItem> items)
        {
            foreach (var item in items)
            {
                switch (item)
                {
                    case TicketPush push:
                        Views.Enqueue(push.Ticket);
                        break;
                    case TicketEntryPush push:
                        Entries.Enqueue(push.Entry);
                        break;
                    case TicketPresencePush push:
                        Present.Enqueue(push.Present);
                        break;
                }
            }

            return Task.CompletedTask;
        }
    }
}
