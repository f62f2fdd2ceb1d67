using Grainline.Load.Visits;

namespace Grainline.Load.Tests.Visits;

public sealed class ArrivalsTests
{
    private static readonly Phase[] Phases = [new("before", 100, 3), new("spike", 100, 30), new("after", 100, 3)];

    [Fact]
    public void Plan_SameSeed_IsTheSamePlan() => Assert.Equal(Arrivals.Plan(Phases, 5), Arrivals.Plan(Phases, 5));

    [Fact]
    public void Plan_Phases_HaveTheirTimesAndRates()
    {
        var arrivals = Arrivals.Plan(Phases, 5);
        Assert.Equal(arrivals.OrderBy(arrival => arrival.At), arrivals);
        Assert.All(arrivals, arrival => Assert.InRange(arrival.At, arrival.Phase * 100, arrival.Phase * 100 + 100));
        // Within five standard deviations of a Poisson count.
        Assert.InRange(arrivals.Count(arrival => arrival.Phase == 0), 213, 387);
        Assert.InRange(arrivals.Count(arrival => arrival.Phase == 1), 2_726, 3_274);
    }
}
