using Grainline.Agents;
using Grainline.Refusals;
using Grainline.Tests.Hosting;

namespace Grainline.Tests.Agents;

public sealed class AgentStatusTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Statuses_OfADay_AreWholeIntervalsWithTheirReasons()
    {
        await using var host = await GrainHost.Start("amy");
        var day = await Day(host, (AgentStatus.Available, null), (AgentStatus.Away, "lunch"), (AgentStatus.Available, null), (AgentStatus.Busy, "training"));
        var page = await Ask(host, day - Hour, day.AddDays(1));
        Assert.Null(page.Next);
        Assert.Equal(
            [
                new(AgentStatus.Offline, null, page.Items[0].From, day), new(AgentStatus.Available, null, day, day + Hour),
                new(AgentStatus.Away, "lunch", day + Hour, day + (2 * Hour)), new(AgentStatus.Available, null, day + (2 * Hour), day + (3 * Hour)),
                new(AgentStatus.Busy, "training", day + (3 * Hour), null),
            ],
            page.Items);
    }

    [Theory]
    [InlineData(60, 120, "lunch")]
    [InlineData(90, 91, "lunch")]
    [InlineData(119, 121, "lunch,back")]
    [InlineData(500, 600, "training")]
    [InlineData(-900, -600, "")]
    public async Task Statuses_OfASpan_AreThoseThatTouchIt(int fromMinute, int toMinute, string reasons)
    {
        await using var host = await GrainHost.Start("amy");
        var day = await Day(host, (AgentStatus.Available, "morning"), (AgentStatus.Away, "lunch"), (AgentStatus.Available, "back"), (AgentStatus.Busy, "training"));
        var page = await Ask(host, day.AddMinutes(fromMinute), day.AddMinutes(toMinute));
        Assert.Equal(reasons, string.Join(',', page.Items.Select(i => i.Reason)));
    }

    [Fact]
    public async Task Statuses_PageByPageAfterARestart_AreTheSame()
    {
        await using var host = await GrainHost.Start("amy");
        var day = await Day(host, [.. Enumerable.Range(0, 25).Select(i => (i % 2 == 0 ? AgentStatus.Available : AgentStatus.Away, (string?)$"r{i}"))]);
        var whole = await Ask(host, day, day.AddDays(3));
        await host.Restart();
        var (paged, after) = (new List<StatusInterval>(), (long?)0);
        while (after is { } at)
        {
            var page = await Ask(host, day, day.AddDays(3), at, limit: 4);
            Assert.True(page.Items.Length <= 4);
            paged.AddRange(page.Items);
            after = page.Next;
        }

        Assert.Equal(25, whole.Items.Length);
        Assert.Equal(whole.Items, paged);
    }

    [Fact]
    public async Task Statuses_WithoutSense_AreRefused()
    {
        await using var host = await GrainHost.Start("amy");
        var now = host.Clock.GetUtcNow();
        Assert.Equal(ErrorCode.InvalidArgument, (await host.Agent("amy").Statuses(new(now, now, 0, 10))).Refusal?.Code);
        Assert.Equal(ErrorCode.InvalidArgument, (await host.Agent("amy").Statuses(new(now, now + Hour, 0, 201))).Refusal?.Code);
        Assert.Equal(ErrorCode.AgentNotFound, (await host.Agent("nobody").Statuses(new(now, now + Hour, 0, 10))).Refusal?.Code);
    }

    /// <summary>One status an hour; answers when the first began.</summary>
    private static async Task<DateTimeOffset> Day(GrainHost host, params (AgentStatus Status, string? Reason)[] statuses)
    {
        // The agent must seem present, or hours of absence would take it offline in between.
        host.BeforeCall = call => call.MethodName == "Due" ? throw new TimeoutException("No clock rings today.") : Task.CompletedTask;
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var first = host.Clock.GetUtcNow();
        foreach (var (status, reason) in statuses)
        {
            Assert.True((await Eventually.Answers(() => host.Agent("amy").SetAvailability(new(status, reason)))).Succeeded);
            host.Clock.Advance(Hour);
        }

        return first;
    }

    private static async Task<StatusPage> Ask(GrainHost host, DateTimeOffset from, DateTimeOffset to, long after = 0, int limit = 100) =>
        (await Eventually.Answers(() => host.Agent("amy").Statuses(new(from, to, after, limit)))).Value!;
}
