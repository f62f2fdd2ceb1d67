using Grainline.Push;
using Grainline.Tests.Hosting;
using Grainline.Tickets.Lists;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets.Lists;

public sealed class TicketFeedTests
{
    [Fact]
    public async Task Moved_ManyTimesAtOnce_IsToldAtOnceAndThenOnceMore()
    {
        await using var host = await GrainHost.Start();
        var ear = new TellTale();
        var feed = host.Grains.TicketFeed("quiet");
        Assert.Equal(0, Done(await feed.Subscribe(ear.Until(host))).Position);
        foreach (var position in Enumerable.Range(1, 50))
            await feed.Moved(position);
        await feed.Moved(7);
        Assert.Equal(50, (await Eventually.Becomes(feed.Newest, moved => moved.Position == 50)).Position);
        Assert.Equal("1", await ear.Hears(1));
        host.Clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Equal("1 50", await ear.Hears(2));
        await feed.Unsubscribe("test");
    }

    [Fact]
    public async Task Ticket_Created_IsToldToItsTenantOnly()
    {
        await using var host = await Start();
        var (ear, other) = (new TellTale(), new TellTale());
        await host.Lists();
        Done(await host.Grains.TicketFeed(GrainHost.Tenant).Subscribe(ear.Until(host)));
        Done(await host.Grains.TicketFeed("other").Subscribe(other.Until(host)));
        await host.Created();
        await host.Lists();
        host.Clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.NotEmpty(await ear.Hears(1));
        Assert.Empty(await other.Hears(0));
    }

    /// <summary>A gateway's ear that writes down positions.</summary>
    private sealed class TellTale : IGatewayObserver
    {
        private readonly List<long> _heard = [];

        public Subscription Until(GrainHost host) => new("test", host.Grains.CreateObjectReference<IGatewayObserver>(this), host.Clock.GetUtcNow().AddHours(1));

        public Task Deliver(System.Collections.Immutable.ImmutableArray<PushItem> items)
        {
            lock (_heard)
                _heard.AddRange(items.OfType<TicketsPush>().Select(push => push.Position));
            return Task.CompletedTask;
        }

        /// <summary>The positions so far, once there are so many.</summary>
        public async Task<string> Hears(int count) => string.Join(' ', await Eventually.Becomes(
            () =>
            {
                lock (_heard)
                    return Task.FromResult(_heard.ToArray());
            },
            heard => heard.Length >= count));
    }
}
