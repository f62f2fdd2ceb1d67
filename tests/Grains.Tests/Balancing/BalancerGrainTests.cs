using System.Collections.Immutable;
using System.Text;
using Grainline.Balancing;
using Grainline.Tests.Hosting;

namespace Grainline.Tests.Balancing;

public sealed class BalancerGrainTests
{
    private static readonly ImmutableArray<string> Silos = ["a", "b", "c"];

    private readonly BalancingOptions _options = new();

    [Fact]
    public async Task Report_OfAHotSilo_IsAnsweredWithMovesThatAreInTheJournal()
    {
        await using var host = await GrainHost.Start();
        var orders = await Watch(host);

        Assert.Equal([("conversation/acme/c1", "b"), ("conversation/acme/c2", "c")], orders["a"].Select(o => (o.Grain, o.Target)));
        Assert.Empty(orders["b"].Concat(orders["c"]));
        var entries = await host.Journal.ReadAsync("balancing/cluster", 0, 10);
        Assert.Equal(["balancing.move-ordered", "balancing.move-ordered"], entries.Select(e => e.Type));
        Assert.Equal(
            """{"grain":"conversation/acme/c1","from":"a","to":"b","grainRate":50,"fromRate":200,"toRate":40,"mean":100,"rule":"above 1.25 x the mean for 3 cycles"}""",
            Encoding.UTF8.GetString(entries[0].Payload.Span));
    }

    [Fact]
    public async Task Report_AfterTheBalancerWasLost_StartsAnewAndLeavesInPeaceWhatHasMoved()
    {
        await using var host = await GrainHost.Start();
        await Watch(host);
        await host.Restart();

        var orders = await Watch(host);

        Assert.Equal(["conversation/acme/c3"], orders["a"].Select(o => o.Grain));
        Assert.Equal(3, (await host.Journal.ReadAsync("balancing/cluster", 0, 10)).Count);
    }

    [Fact]
    public async Task Report_WhileNobodyIsHot_WritesNothing()
    {
        await using var host = await GrainHost.Start();
        for (var cycle = 0; cycle < 20; cycle++)
        {
            host.Clock.Advance(_options.Cycle);
            foreach (var silo in Silos)
                Assert.Empty(await host.Grains.Balancer().Report(Silo(silo, 100)));
        }

        Assert.Empty(await host.Journal.ReadAsync("balancing/cluster", 0, 10));
    }

    // Until the pause after a start is over and the silo has been hot for long enough, and one cycle more for orders to be fetched.
    private async Task<Dictionary<string, List<MoveOrder>>> Watch(GrainHost host)
    {
        var orders = Silos.ToDictionary(s => s, _ => new List<MoveOrder>());
        for (var at = TimeSpan.Zero; at <= _options.MembershipPause + (_options.Cycles + 1) * _options.Cycle; at += _options.Cycle)
        {
            host.Clock.Advance(_options.Cycle);
            foreach (var silo in Silos)
                orders[silo].AddRange(await host.Grains.Balancer().Report(silo == "a" ? Silo(silo, 200, 60, 50, 45, 12) : silo == "b" ? Silo(silo, 40) : Silo(silo, 60)));
        }

        return orders;
    }

    private static SiloReport Silo(string name, double rate, params double[] grains) =>
        new(name, TimeSpan.FromHours(1), 7, Silos, rate, 10, null, false, [.. grains.Select((r, i) => new GrainRate($"conversation/acme/c{i}", r))]);
}
