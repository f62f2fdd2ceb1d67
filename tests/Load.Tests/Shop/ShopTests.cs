using Grainline.Load.Shop;
using Grainline.Routing.Replay;

namespace Grainline.Load.Tests.Shop;

public sealed class ShopTests
{
    [Fact]
    public void Draw_SameSeed_IsTheSameShop()
    {
        var (a, b, other) = (ShopWorld.Draw(new(3, 200)), ShopWorld.Draw(new(3, 200)), ShopWorld.Draw(new(4, 200)));
        Assert.Equal(a.Visits, b.Visits);
        Assert.Equal(a.Agents.SelectMany(agent => agent.Factors), b.Agents.SelectMany(agent => agent.Factors));
        Assert.NotEqual(a.Visits, other.Visits);
    }

    [Fact]
    public void Draw_Any_HasTheShapeThatItsPlanSays()
    {
        var world = ShopWorld.Draw(new(1, 5_000));
        Assert.Equal((40, 12, 4, 5_000), (world.Agents.Length, world.Topics.Length, world.Topics.Count(t => t.IsComplex), world.Visits.Length));
        Assert.Equal(world.Visits.OrderBy(v => v.At), world.Visits);
        Assert.InRange(world.Visits.Count(v => world.Topics[v.Topic].IsComplex), 0.27 * 5_000, 0.33 * 5_000);
        var hours = world.Visits.CountBy(v => v.At.Hours).ToDictionary();
        Assert.True(hours[20] > 2 * hours[8], "The evening is a peak.");
    }

    [Fact]
    public void Serve_AnyPolicy_LosesNobody()
    {
        var world = ShopWorld.Draw(new(2, 1_000) { PatienceMinutes = 10 });
        foreach (var policy in ShopRun.Compared)
        {
            var course = ShopRun.Serve(world, policy, default);
            Assert.Equal(1_000, course.Passages.Count);
            Assert.All(course.Passages, p => Assert.True(p.End is PassageEnd.Served or PassageEnd.Abandoned));
        }
    }

    /// <summary>A short run of the command's; the whole one is on the decision's page. Seeds make it the same every time.</summary>
    [Fact]
    public void Seed_AfterItHasLearned_ServesComplexTopicsInFarLessTime()
    {
        ShopFigures[] figures = [.. Enumerable.Range(1, 2).SelectMany(seed => ShopRun.Seed(new(seed, 4_000), 3_000, default))];
        var (roundRobin, leastLoaded) = (ShopVerdict.Of(ShopRun.RoundRobin, figures), ShopVerdict.Of(ShopRun.LeastLoaded, figures));
        Assert.True(roundRobin.Cut.Mean > 0.4, $"{roundRobin.Cut.Mean}");
        Assert.True(leastLoaded.Cut.Mean > 0.35, $"{leastLoaded.Cut.Mean}");
        Assert.True(roundRobin.WaitP95.Mean <= 0 && leastLoaded.WaitP95.Mean <= 0);
        Assert.All(figures.Where(f => f.Policy == ShopRun.Learned), f => Assert.InRange(f.Explored, 0.001, 0.05));
    }

    [Fact]
    public void Interval_OfKnownNumbers_IsStudents()
    {
        var interval = Interval.Of([1, 2, 3, 4, 5]);
        Assert.Equal(3, interval.Mean);
        Assert.Equal(1.037, interval.Low, 3);
        Assert.Equal(4.963, interval.High, 3);
    }
}
