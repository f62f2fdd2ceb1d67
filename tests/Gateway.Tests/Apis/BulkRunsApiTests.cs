using System.Text.Json;
using Grainline.Gateway.Push;
using Grainline.Gateway.Tests.Hosting;
using Grainline.Push;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Grainline.Gateway.Tests.Apis;

public sealed class BulkRunsApiTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private RunTopics Topics => host.Services.GetRequiredService<RunTopics>();

    [Fact]
    public async Task Run_Watched_IsToldToItsEnd()
    {
        var token = await host.Hire("bea", StaffRoles.Agent, "bulk1", "support");
        await using var bea = await host.Connect("agent", token);
        string[] ids = [.. await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Created(token)))];
        var body = new { bulkId = "b1", ticketIds = ids.Append("missing"), actions = new object[] { new { kind = "subject", subject = "Recall" } }, macro = "Recall" };
        Assert.Equal(31, (await host.Post("/api/v1/ticket-runs", body, token)).GetProperty("total").GetInt32());
        var seen = await bea.Invoke("WatchRun", new { bulkId = "b1" });
        var end = Ended(seen) ? seen : await bea.Next("BulkRun", Ended);
        Assert.Equal((31, 1), (end.GetProperty("done").GetInt32(), end.GetProperty("failedCount").GetInt32()));
        Assert.Equal(("missing", 600), (end.GetProperty("failed")[0].GetProperty("ticketId").GetString(), end.GetProperty("failed")[0].GetProperty("code").GetInt32()));
        Assert.Equal("Recall", (await host.Get($"/api/v1/tickets/{ids[7]}", token)).GetProperty("subject").GetString());
        Assert.True(Ended(await host.Post("/api/v1/ticket-runs", body, token)));
        Assert.True(Ended(await host.Get("/api/v1/ticket-runs/b1", token)));
        Assert.True(Ended(await host.Post("/api/v1/ticket-runs/b1/cancel", new { }, token)));
        await Eventually.Becomes(() => Task.FromResult(Topics.TryGet("bulk1/b1", out var topic) && topic.Staff.Length > 0), watched => !watched);
    }

    [Fact]
    public async Task Run_WithTheMostTickets_FitsThroughTheDoor()
    {
        var token = await host.Hire("bob", StaffRoles.Agent, "bulk2", "support");
        var ids = Enumerable.Range(0, 5_000).Select(i => $"{i:D4}{new string('x', 60)}");
        var run = await host.Post("/api/v1/ticket-runs", new { bulkId = "b", ticketIds = ids, actions = new object[] { new { kind = "watch" } } }, token);
        Assert.Equal(5_000, run.GetProperty("total").GetInt32());
        Assert.True((await host.Post("/api/v1/ticket-runs/b/cancel", new { }, token)).GetProperty("cancelled").GetBoolean());
    }

    [Fact]
    public async Task Run_OfSomebodyElseOrMalformed_IsRefused()
    {
        var token = await host.Hire("bo", StaffRoles.Agent, "bulk3", "support");
        var other = await host.Hire("bix", StaffRoles.Agent, "bulk3", "support");
        var id = await Created(token);
        await host.Post("/api/v1/ticket-runs", new { bulkId = "b", ticketIds = new[] { id }, actions = new object[] { new { kind = "watch" } } }, token);
        Assert.Equal(600, (await host.Get("/api/v1/ticket-runs/b", other)).Code());
        Assert.Equal(600, (await host.Get("/api/v1/ticket-runs/none", token)).Code());
        Assert.Equal(100, (await host.Post("/api/v1/ticket-runs", new { bulkId = "c", ticketIds = Array.Empty<string>(), actions = new object[] { new { kind = "watch" } } }, token)).Code());
        Assert.Equal(100, (await host.Post("/api/v1/ticket-runs", new { bulkId = "c d", ticketIds = new[] { id }, actions = new object[] { new { kind = "watch" } } }, token)).Code());
        await using var bix = await host.Connect("agent", other);
        Assert.Equal(600, await bix.Refused("WatchRun", new { bulkId = "b" }));
        Assert.Equal(100, await bix.Refused("WatchRun", new { bulkId = "" }));
    }

    [Fact]
    public async Task Sweep_LapsedLeaseOrLostPushes_TellsThePictureAgain()
    {
        var token = await host.Hire("ben", StaffRoles.Agent, "bulk4", "support");
        await using var ben = await host.Connect("agent", token);
        await ben.Invoke("Inbox");
        await host.Post("/api/v1/ticket-runs", new { bulkId = "b", ticketIds = new[] { await Created(token) }, actions = new object[] { new { kind = "watch" } } }, token);
        await Eventually.Becomes(() => host.Get("/api/v1/ticket-runs/b", token), Ended);
        await Join("bulk4/b", "ben");
        await host.Services.GetServices<IHostedService>().OfType<RunKeeper>().Single().Sweep();
        Assert.True(Ended(await ben.Next("BulkRun")));
        await Join("bulk4/b", "ben");
        await host.Services.GetRequiredService<GatewayObserver>().Deliver([new ResyncPush("bulk/bulk4/b")]);
        Assert.True(Ended(await ben.Next("BulkRun")));
    }

    /// <summary>As if the run's end had been told while its lease was lost.</summary>
    private async Task Join(string key, string agent)
    {
        var topic = await Topics.Enter(key);
        Assert.True(host.Services.GetRequiredService<Sockets>().All.Single(s => s.Session.Id == agent).Join(topic));
        topic.Leased(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        topic.Exit();
    }

    private static bool Ended(JsonElement run) => run.TryGetProperty("endedAt", out var ended) && ended.ValueKind == JsonValueKind.String;

    private async Task<string> Created(string token) => (await host.Post("/api/v1/tickets", new { team = "default", subject = "Broken" }, token)).GetProperty("ticketId").GetString()!;
}
