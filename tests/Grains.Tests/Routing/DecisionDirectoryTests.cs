using Grainline.Routing;
using Grainline.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Routing;

public sealed class DecisionDirectoryTests
{
    [Fact]
    public async Task ListAsync_AfterADecline_HasBothDecisionsWithTheirReasons()
    {
        await using var host = await GrainHost.Start("amy", "li");
        await host.ConfigureAgent("li", 1);
        await host.Available("amy");
        await host.Open("c1");
        var offer = await host.Offered("amy", "c1");
        await host.Available("li");
        Assert.True((await host.Conversation("c1").Decline(new(Agent("amy"), offer.OfferId, null))).Succeeded);
        await host.Offered("li", "c1");

        var page = await Eventually.Becomes(() => List(host, "c1"), p => p.Items.Length == 2);
        Assert.Null(page.Next);
        var (second, first) = (page.Items[0], page.Items[1]);
        Assert.Equal(("amy", offer.OfferId, GrainHost.Queue, "least-loaded", 1), (first.Chosen!.Id, first.OfferId, first.Queue, first.Policy, first.PolicyVersion));
        Assert.Equal("li", second.Chosen!.Id);
        Assert.Equal(new RejectedView("amy", "passed-last-offer"), Assert.Single(second.Rejected));
        Assert.Equal(1, second.RejectedCounts["passed-last-offer"]);
        var candidate = Assert.Single(second.Candidates);
        Assert.Equal(("li", "li", 1.0, 0, 1), (candidate.AgentId, candidate.Name, candidate.Score, candidate.Load, candidate.Capacity));
        Assert.Equal(1.0, candidate.Parts["load"]);
    }

    [Fact]
    public async Task ListAsync_Paged_HasEveryDecisionOnceNewestFirst()
    {
        await using var host = await GrainHost.Start("amy");
        await host.BePresent("amy");
        await host.Available("amy");
        await host.Open("c1");
        for (var round = 0; round < 5; round++)
        {
            var offer = await host.Offered("amy", "c1");
            Assert.True((await host.Conversation("c1").Decline(new(Agent("amy"), offer.OfferId, null))).Succeeded);
            await host.Pass(TimeSpan.FromSeconds(21), "amy");
        }

        await host.Offered("amy", "c1");
        await Eventually.Becomes(() => List(host, "c1"), p => p.Items.Length == 6);
        var (seen, before) = (new List<DecisionView>(), (long?)null);
        do
        {
            var page = await List(host, "c1", before, 2);
            seen.AddRange(page.Items);
            before = page.Next;
        }
        while (before is not null);
        Assert.Equal(6, seen.Select(d => d.OfferId).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(d => d.At), seen);
    }

    [Fact]
    public async Task ListAsync_AnotherTenantOrConversation_IsEmpty()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Available("amy");
        await host.Open("c1");
        await Eventually.Becomes(() => List(host, "c1"), p => p.Items.Length == 1);
        Assert.Empty((await List(host, "c2")).Items);
        Assert.Empty((await List(host, "c1", tenant: "other")).Items);
    }

    private static Task<DecisionPage> List(GrainHost host, string id, long? before = null, int limit = 50, string tenant = GrainHost.Tenant)
    {
        // The projection gathers for a moment before it reads on.
        host.Clock.Advance(TimeSpan.FromMilliseconds(50));
        return host.Services.GetRequiredService<DecisionDirectory>().ListAsync(new(tenant, id, before, limit), CancellationToken.None);
    }
}
