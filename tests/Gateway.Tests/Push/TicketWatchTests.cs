using Grainline.Gateway.Push;
using Grainline.Gateway.Tests.Hosting;
using Grainline.Push;
using Grainline.Tickets.Desk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Grainline.Gateway.Tests.Push;

public sealed class TicketWatchTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private TicketKeeper Keeper => host.Services.GetServices<IHostedService>().OfType<TicketKeeper>().Single();

    private TicketTopics Topics => host.Services.GetRequiredService<TicketTopics>();

    [Fact]
    public async Task Watching_SeesChangesEntriesAndWhoLooks()
    {
        var token = await host.Hire("wim", StaffRoles.Agent, "watch1", "support");
        await using var wim = await host.Connect("agent", token);
        await using var eve = await host.Connect("agent", await host.Hire("eve", StaffRoles.Agent, "watch1", "support"));
        var id = await Created(token);
        Assert.Equal(id, (await wim.Invoke("WatchTicket", new { ticketId = id })).GetProperty("ticketId").GetString());
        await eve.Invoke("LookAt", new { ticketId = id, stance = "editing" });
        var presence = await wim.Next("TicketPresence", p => p.GetProperty("present").GetArrayLength() > 0);
        Assert.Equal(("eve", "editing"), (presence.GetProperty("present")[0].GetProperty("agent").GetProperty("id").GetString(), presence.GetProperty("present")[0].GetProperty("stance").GetString()));
        await host.Post($"/api/v1/tickets/{id}/actions", new { requestId = "r", actions = new object[] { new { kind = "comment", text = "Hello", @public = false } } }, token);
        Assert.Equal("note", (await wim.Next("TicketEntry")).GetProperty("entry").GetProperty("kind").GetString());
        Assert.Equal(id, (await wim.Next("Ticket")).GetProperty("ticketId").GetString());
        Assert.Empty(eve.Seen("Ticket"));
        await wim.Invoke("UnwatchTicket", new { ticketId = id });
        Assert.True(Topics.TryGet($"watch1/{id}", out var topic));
        Assert.Empty(topic.Staff);
    }

    [Fact]
    public async Task WatchTicket_OfAnotherTenant_IsNotFound()
    {
        var id = await Created(await host.Hire("wes", StaffRoles.Agent, "watch2", "support"));
        await using var stranger = await host.Connect("agent", await host.Hire("zed", StaffRoles.Admin, "watch3", "support"));
        Assert.Equal(600, await stranger.Refused("WatchTicket", new { ticketId = id }));
        Assert.Equal(600, await stranger.Refused("WatchTicket", new { ticketId = "a b" }));
        Assert.False(Topics.TryGet($"watch3/{id}", out _));
    }

    [Fact]
    public async Task Sweep_LapsedLeaseOrLostPushes_HaveTheClientReadAgain()
    {
        var token = await host.Hire("wil", StaffRoles.Agent, "watch4", "support");
        var id = await Created(token);
        await using var wil = await host.Connect("agent", token);
        await wil.Invoke("WatchTicket", new { ticketId = id });
        Assert.True(Topics.TryGet($"watch4/{id}", out var topic));
        topic.Leased(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        await Keeper.Sweep();
        Assert.Equal(id, (await wil.Next("TicketResync")).GetProperty("ticketId").GetString());
        Assert.True(topic.LeaseUntil > TimeProvider.System.GetUtcNow());
        await host.Services.GetRequiredService<GatewayObserver>().Deliver([new ResyncPush($"ticket/watch4/{id}")]);
        Assert.Equal(id, (await wil.Next("TicketResync")).GetProperty("ticketId").GetString());
    }

    /// <summary>Who may not see the ticket any more stops hearing of it.</summary>
    [Fact]
    public async Task Sweep_WatcherWhoLeftTheTeam_IsLeftOut()
    {
        var token = await host.Hire("wyn", StaffRoles.Agent, "watch5", "support");
        var other = await host.Hire("una", StaffRoles.Agent, "watch5", "support");
        var desk = host.Grains.Desk("watch5");
        var admin = new Actor(ActorKind.Agent, "una", "Una", StaffRoles.Admin);
        Assert.Null((await desk.SaveTeam(admin, new("small", "Small", ["wyn", "una"], "default", ["default"], null, null))).Refusal);
        var id = await Created(token, "small");
        await using var una = await host.Connect("agent", other);
        await una.Invoke("WatchTicket", new { ticketId = id });
        Assert.Null((await desk.SaveTeam(admin, new("small", "Small", ["wyn"], "default", ["default"], null, null))).Refusal);
        Assert.True(Topics.TryGet($"watch5/{id}", out var topic));
        topic.Leased(topic.LeaseUntil, DateTimeOffset.UnixEpoch);
        await Keeper.Sweep();
        Assert.Empty(topic.Staff);
    }

    private async Task<string> Created(string token, string team = "default") =>
        (await host.Post("/api/v1/tickets", new { team, subject = "Broken" }, token)).GetProperty("ticketId").GetString()!;
}
