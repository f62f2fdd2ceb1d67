using Grainline.Load.Reporting.Html;

namespace Grainline.Load.Tests.Reporting;

public sealed class AxisTests
{
    [Fact]
    public void Linear_Any_BeginsAtNoughtAndEndsOnARoundNumber()
    {
        var axis = Axis.Linear("", [31, 870]);
        Assert.Equal((0, 1_000), (axis.From, axis.To));
        Assert.Equal(["0", "200", "400", "600", "800", "1,000"], axis.Ticks.Select(tick => tick.Label));
    }

    [Fact]
    public void Linear_Negative_HasNoughtAmongItsTicks() => Assert.Contains(Axis.Linear("", [-20, 30]).Ticks, tick => tick.Value == 0);

    [Fact]
    public void Linear_OnlyNought_HasLength() => Assert.True(Axis.Linear("", [0]).To > 0);

    [Theory]
    [InlineData(1, 3.4)]
    [InlineData(0.9, 1.1)]
    [InlineData(0.02, 4_000)]
    [InlineData(5, 5)]
    public void Logarithmic_Any_HoldsAllItsValues(double low, double high)
    {
        var axis = Axis.Logarithmic("", [low, high]);
        Assert.True(axis.From <= low && high <= axis.To && axis.From < axis.To);
        Assert.InRange(axis.Ticks.Count, 2, 9);
    }

    [Fact]
    public void At_Ends_AreNoughtAndOne()
    {
        var axis = Axis.Logarithmic("", [0.1, 1_000]);
        Assert.Equal((0.0, 0.5, 1.0), (axis.At(0.1), axis.At(10), axis.At(1_000)));
        Assert.Equal(0, axis.At(0));
    }
}
