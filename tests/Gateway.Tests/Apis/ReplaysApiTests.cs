using Grainline.Gateway.Tests.Hosting;

namespace Grainline.Gateway.Tests.Apis;

public sealed class ReplaysApiTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static readonly object RoundRobin = new { spec = new { name = "round-robin" } };

    [Fact]
    public async Task Replay_BySomebodyWhoDoesNotOversee_IsForbidden()
    {
        Assert.Equal(202, (await host.Post("/api/v1/queues/support/replays", RoundRobin, await host.StaffToken("amy"))).Code());
        Assert.Equal(200, (await host.Post("/api/v1/queues/support/replays", RoundRobin, null)).Code());
    }

    [Fact]
    public async Task Replay_OfNothing_SaysSo()
    {
        var sam = await host.StaffToken("sam");
        Assert.Equal(403, (await host.Post("/api/v1/queues/none/replays", RoundRobin, sam)).Code());
        Assert.Equal(100, (await host.Post("/api/v1/queues/support/replays", new { spec = new { name = "none" } }, sam)).Code());
        var longAgo = new { spec = new { name = "round-robin" }, from = "2020-01-01T00:00:00Z", to = "2020-01-02T00:00:00Z" };
        Assert.Equal(100, (await host.Post("/api/v1/queues/support/replays", longAgo, sam)).Code());
    }

    [Fact]
    public async Task Replay_OfAWindowWithSomebodyWaiting_TellsBothRuns()
    {
        var admin = await host.Hire("ada-replay", StaffRoles.Admin, "replay-shop", "support");
        Assert.Equal(410, (await host.Post("/api/v1/queues/support/policies", new { spec = new { name = "learned" } }, admin)).Code());
        await using var visitor = await host.Visitor();
        await visitor.Invoke("OpenConversation", new { queue = "support" });
        var report = await host.Post("/api/v1/queues/support/replays", RoundRobin, await host.StaffToken("sam"));
        Assert.True(report.GetProperty("conversations").GetInt32() >= 1, report.ToString());
        Assert.Equal("round-robin", report.GetProperty("proposed").GetProperty("policy").GetProperty("name").GetString());
        Assert.Equal("least-loaded", report.GetProperty("recorded").GetProperty("policy").GetProperty("name").GetString());
    }
}
