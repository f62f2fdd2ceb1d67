using System.Globalization;
using System.Text.Json;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Routing.Replay;
using Grainline.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Routing.Replay;

public sealed class QueueReplaysTests
{
    private static readonly ReplayRequest RoundRobin = new(new("round-robin"), Seed: 7);

    [Fact]
    public async Task Run_ARecordedDay_AnswersTheSameBytesWhateverTheCulture()
    {
        await using var host = await Recorded();
        var request = RoundRobin with { To = host.Clock.GetUtcNow() };
        var first = await Report(host, request);
        using (new Culture("de-DE"))
        {
            host.Clock.Advance(TimeSpan.FromSeconds(5));
            Assert.Equal(JsonSerializer.Serialize(first), JsonSerializer.Serialize(await Report(host, request)));
        }

        Assert.Equal(4, first.Conversations);
        Assert.Equal(2, first.Agents);
        Assert.Equal(("least-loaded", 1L), (first.Recorded.Policy.Name, first.Recorded.Version));
        Assert.Equal((4, 4), (first.Recorded.Decisions, first.Proposed.Decisions));
        Assert.Equal(first.Recorded.Figures.Select(f => f.Name), first.Difference.Select(f => f.Name));
    }

    [Fact]
    public async Task Run_UnderTheRecordedPolicy_MakesNoDifference()
    {
        await using var host = await Recorded();
        var report = await Report(host, new(new("least-loaded")));
        Assert.All(report.Difference, f => Assert.Equal((0.0, 0.0, 0.0), (f.Value, f.Low, f.High)));
        Assert.Equal(20, report.Recorded.Figures.Single(f => f.Name == "handleMean").Value, 0);
        Assert.Equal(20, report.Actual.Single(f => f.Name == "handleMean").Value, 0);
    }

    [Fact]
    public async Task Run_WhatCannotBe_IsRefused()
    {
        await using var host = await Recorded();
        var now = host.Clock.GetUtcNow();
        Assert.Equal(ErrorCode.InvalidArgument, await Refusal(host, new(new("no-such"))));
        Assert.Equal(ErrorCode.InvalidArgument, await Refusal(host, RoundRobin with { From = now, To = now.AddDays(-1) }));
        Assert.Equal(ErrorCode.InvalidArgument, await Refusal(host, RoundRobin with { From = now.AddDays(-400), To = now }));
        Assert.Equal(ErrorCode.InvalidArgument, await Refusal(host, RoundRobin with { From = now.AddDays(-3), To = now.AddDays(-2) }));
        Assert.Equal(ErrorCode.QueueNotFound, (await Replays(host).Run(GrainHost.Tenant, "nowhere", RoundRobin, default)).Refusal!.Code);
        Assert.False((await Replays(host).Run("another", GrainHost.Queue, RoundRobin, default)).Succeeded);
    }

    [Fact]
    public async Task Run_Cancelled_StopsAndLetsTheNextOneRun()
    {
        await using var host = await Recorded();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Replays(host).Run(GrainHost.Tenant, GrainHost.Queue, RoundRobin, new(canceled: true)));
        await Report(host, RoundRobin);
    }

    /// <summary>Four conversations, each served for twenty seconds by whoever was asked.</summary>
    private static async Task<GrainHost> Recorded()
    {
        var host = await GrainHost.Start("amy", "li");
        await host.BePresent("amy");
        await host.BePresent("li");
        await host.Available("amy", "li");
        foreach (var id in new[] { "c1", "c2", "c3", "c4" })
        {
            await host.Open(id);
            var decided = await Eventually.Becomes(() => host.Events("routing.decided"), d => d.Any(e => e.Text("conversationId") == id));
            var agent = decided.Last(e => e.Text("conversationId") == id).GetProperty("agent").Text("id");
            await host.Accept(agent, id);
            await host.Pass(TimeSpan.FromSeconds(20));
            Assert.True((await host.Conversation(id).Resolve(Agent(agent))).Succeeded);
            await Eventually.Becomes(() => host.Events("routing.finished"), f => f.Any(e => e.GetProperty("outcome").Text("conversationId") == id));
        }

        return host;
    }

    private static QueueReplays Replays(GrainHost host) => host.Services.GetRequiredService<QueueReplays>();

    private static async Task<ReplayReport> Report(GrainHost host, ReplayRequest request)
    {
        var report = await Replays(host).Run(GrainHost.Tenant, GrainHost.Queue, request, default);
        Assert.True(report.Succeeded, report.Refusal?.Message);
        return report.Value!;
    }

    private static async Task<ErrorCode> Refusal(GrainHost host, ReplayRequest request) =>
        (await Replays(host).Run(GrainHost.Tenant, GrainHost.Queue, request, default)).Refusal!.Code;

    private sealed class Culture : IDisposable
    {
        private readonly CultureInfo _before = CultureInfo.CurrentCulture;

        public Culture(string name) => CultureInfo.CurrentCulture = new(name);

        public void Dispose() => CultureInfo.CurrentCulture = _before;
    }
}
