using Grainline.Gateway.Push;
using Grainline.Gateway.Tests.Hosting;
using Grainline.Tickets;
using Grainline.Tickets.Lists;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Grainline.Gateway.Tests.Push;

public sealed class TicketFeedTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static readonly Actor Boss = new(ActorKind.Agent, "boss", "boss", StaffRoles.Admin);

    private TicketFeedTopics Topics => host.Services.GetRequiredService<TicketFeedTopics>();

    private TicketFeedKeeper Keeper => host.Services.GetServices<IHostedService>().OfType<TicketFeedKeeper>().Single();

    [Fact]
    public async Task TicketCreated_Watched_IsToldAndThenInTheList()
    {
        var token = await host.Hire("fay", StaffRoles.Supervisor, "told", "support");
        await using var fay = await host.Connect("agent", token);
        await using var other = await host.Connect("agent", await host.Hire("oda", StaffRoles.Supervisor, "untold", "support"));
        await other.Invoke("WatchTickets", new { });
        var since = (await fay.Invoke("WatchTickets", new { })).GetProperty("position").GetInt64();
        await Create("told");
        var moved = await fay.Next("TicketsMoved", m => m.GetProperty("position").GetInt64() > since);
        var changes = await host.Post("/api/v1/tickets/changes", new { since }, token);
        Assert.Equal("t1", changes.GetProperty("changed")[0].GetProperty("ticketId").GetString());
        Assert.True(changes.GetProperty("position").GetInt64() >= moved.GetProperty("position").GetInt64());
        Assert.Empty(other.Seen("TicketsMoved"));
    }

    [Fact]
    public async Task Unwatch_AndNobodyLeft_EndsThePushes()
    {
        await using var kay = await host.Connect("agent", await host.Hire("kay", StaffRoles.Agent, "left", "support"));
        await kay.Invoke("WatchTickets", new { });
        Assert.True(Topics.TryGet("left", out var topic));
        Assert.Single(topic.Staff);
        await kay.Invoke("UnwatchTickets", new { });
        Assert.Empty(topic.Staff);
        await using var visitor = await host.Visitor();
        Assert.Equal(105, await visitor.Refused("WatchTickets", new { }));
    }

    [Fact]
    public async Task LeaseThatLapsed_AndLostPushes_AreMadeUpForByTheNewestPosition()
    {
        await using var lea = await host.Connect("agent", await host.Hire("lea", StaffRoles.Supervisor, "lapsing", "support"));
        await lea.Invoke("WatchTickets", new { });
        await host.Grains.TicketFeed("lapsing").Moved(41);
        await lea.Next("TicketsMoved", m => m.GetProperty("position").GetInt64() == 41);
        Assert.True(Topics.TryGet("lapsing", out var topic));
        topic.Leased(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        await Keeper.Sweep();
        Assert.True(topic.LeaseUntil > TimeProvider.System.GetUtcNow());
        await lea.Next("TicketsMoved", m => m.GetProperty("position").GetInt64() == 41);
        await host.Services.GetRequiredService<GatewayObserver>().Deliver([new Grainline.Push.ResyncPush("tickets/lapsing")]);
        await lea.Next("TicketsMoved", m => m.GetProperty("position").GetInt64() == 41);
    }

    private async Task Create(string tenant) => Assert.Null(
        (await host.Grains.Ticket(new(tenant, "t1")).Create(new(Boss, "default", "camera", Grainline.Routing.Priority.Normal, null, JsonText.EmptyObject, null, null, null, []))).Refusal);
}
