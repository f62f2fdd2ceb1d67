using System.Text.Json;
using Grainline.Gateway.Push;
using Grainline.Gateway.Tests.Hosting;
using Grainline.Agents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Grainline.Gateway.Tests.Push;

public sealed class QueueWallTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private QueueKeeper Keeper => host.Services.GetServices<IHostedService>().OfType<QueueKeeper>().Single();

    private QueueTopics Topics => host.Services.GetRequiredService<QueueTopics>();

    [Fact]
    public async Task Supervisor_Watching_SeesTheLineGrow()
    {
        await using var sam = await host.Agent("sam");
        var items = (await sam.Invoke("WatchQueues", new { })).GetProperty("items");
        Assert.Contains("support", items.EnumerateArray().Select(Id));
        await using var visitor = await host.Visitor();
        var id = (await visitor.Invoke("OpenConversation", new { })).GetProperty("conversationId").GetString();
        var queue = await sam.Next("Queue", q => Id(q) == "support" && Line(q).Contains(id));
        Assert.True(queue.GetProperty("open").GetBoolean());
        Assert.Equal("least-loaded", queue.GetProperty("policy").GetProperty("name").GetString());
        Assert.True(queue.GetProperty("figures").GetProperty("today").GetProperty("offered").GetInt32() > 0);
        Assert.Equal(JsonValueKind.Array, queue.GetProperty("agents").ValueKind);
    }

    [Fact]
    public async Task Watching_ByRoleAndTenant_ShowsOwnQueuesOnly()
    {
        var boss = await host.Hire("boss", StaffRoles.Supervisor, "wall", "support", "vip");
        var agent = await host.Hire("bea", StaffRoles.Agent, "wall", "vip");
        await using var supervisor = await host.Connect("agent", boss);
        await using var bea = await host.Connect("agent", agent);
        Assert.Equal(["support", "vip"], Ids(await supervisor.Invoke("WatchQueues", new { })));
        Assert.Equal(["vip"], Ids(await bea.Invoke("WatchQueues", new { })));
        await using var visitor = await host.Visitor();
        Assert.Equal(105, await visitor.Refused("WatchQueues", new { }));

        // A demo visitor moves nothing on this tenant's wall.
        await visitor.Invoke("OpenConversation", new { });
        await host.Grains.Agent(new("wall", "bea")).SetAvailability(new(AgentStatus.Available, null));
        await bea.Next("Queue", q => q.GetProperty("agents").GetArrayLength() > 0);
        Assert.All(bea.Seen("Queue"), q => Assert.Equal("vip", Id(q)));
        Assert.All(supervisor.Seen("Queue"), q => Assert.Equal(0, q.GetProperty("waiting").GetInt32()));
    }

    [Fact]
    public async Task Unwatch_AndLeavingTheQueue_EndThePushes()
    {
        await using var pia = await host.Connect("agent", await host.Hire("pia", StaffRoles.Agent, "moved", "support", "vip"));
        await pia.Invoke("WatchQueues", new { });
        Assert.True(Topics.TryGet("moved/support", out var support));
        Assert.True(Topics.TryGet("moved/vip", out var vip));
        Assert.Equal((1, 1), (support.Staff.Length, vip.Staff.Length));

        Assert.True((await host.Grains.Agent(new("moved", "pia")).Configure(new("pia", 3, ["vip"]))).Succeeded);
        support.Leased(support.LeaseUntil, DateTimeOffset.UnixEpoch);
        vip.Leased(vip.LeaseUntil, DateTimeOffset.UnixEpoch);
        await Keeper.Sweep();
        Assert.Equal((0, 1), (support.Staff.Length, vip.Staff.Length));
        await pia.Invoke("UnwatchQueues", new { });
        Assert.Empty(vip.Staff);
    }

    [Fact]
    public async Task Sweep_LeaseThatLapsed_IsTakenAgainAndThePictureIsSent()
    {
        await using var boss = await host.Connect("agent", await host.Hire("kim", StaffRoles.Supervisor, "lapsed", "support"));
        await boss.Invoke("WatchQueues", new { });
        Assert.True(Topics.TryGet("lapsed/support", out var topic));
        topic.Leased(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        await Keeper.Sweep();
        Assert.Equal("support", Id(await boss.Next("Queue")));
        Assert.True(topic.LeaseUntil > TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task Resync_OfAQueue_SendsThePictureAgain()
    {
        await using var boss = await host.Connect("agent", await host.Hire("lou", StaffRoles.Supervisor, "gap", "support"));
        await boss.Invoke("WatchQueues", new { });
        await host.Services.GetRequiredService<GatewayObserver>().Deliver([new Grainline.Push.ResyncPush("queue/gap/support")]);
        Assert.Equal("support", Id(await boss.Next("Queue")));
    }

    private static string? Id(JsonElement queue) => queue.GetProperty("queueId").GetString();

    private static IEnumerable<string?> Ids(JsonElement watched) => watched.GetProperty("items").EnumerateArray().Select(Id).Order();

    private static IEnumerable<string?> Line(JsonElement queue) => queue.GetProperty("line").EnumerateArray().Select(w => w.GetProperty("conversationId").GetString());
}
