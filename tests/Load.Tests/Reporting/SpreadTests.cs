using Grainline.Load.Reporting;

namespace Grainline.Load.Tests.Reporting;

public sealed class SpreadTests
{
    [Fact]
    public void OfRatios_RoundByRound_TellsMedianLowestAndHighest() =>
        Assert.Equal(new Spread(2, 0.5, 4), Spread.OfRatios([4, 20, 1], [1, 10, 2]));

    [Fact]
    public void OfRatios_EvenRounds_TakesTheMeanOfTheMiddle() => Assert.Equal(3, Spread.OfRatios([2, 4], [1, 1])!.Median);

    [Fact]
    public void OfRatios_RoundWithoutAFigure_IsLeftOut() => Assert.Equal(new Spread(2, 2, 2), Spread.OfRatios([null, 4], [1, 2]));

    [Fact]
    public void OfRatios_NothingToDivideBy_IsNone() => Assert.Null(Spread.OfRatios([3], [0]));

    [Fact]
    public void ToString_Any_HasPointsWhateverTheLanguage() => Assert.Equal("0.25 (0.20 to 1.50)", new Spread(0.25, 0.2, 1.5).ToString());

    [Fact]
    public void Of_AComparison_DividesTheSystemByEachReference()
    {
        var ratios = Ratios.Of([Sample.Talk("grainline", 100_000, 8), Sample.Talk("signalr", 400_000, 8), Sample.Idle("grainline", 30), Sample.Idle("signalr", 20)], "grainline").ToArray();
        Assert.Equal(0.25, ratios.Single(ratio => ratio.Header == "closed loop: delivered").Spread.Median);
        Assert.Equal(4, ratios.Single(ratio => ratio.Header == "closed loop: CPU, all processes, per delivery").Spread.Median);
        Assert.Equal(1.5, ratios.Single(ratio => ratio.Header == "idle: memory of an idle socket").Spread.Median);
        Assert.All(ratios, ratio => Assert.Equal("signalr", ratio.Reference));
    }
}
