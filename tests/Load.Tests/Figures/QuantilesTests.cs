using Grainline.Load.Figures;

namespace Grainline.Load.Tests.Figures;

public sealed class QuantilesTests
{
    [Fact]
    public void Of_Nothing_IsZero() => Assert.Equal(default, Quantiles.Of([null]));

    [Fact]
    public void Of_Hundred_AreExactAndLeaveOutWhatNeverCame() =>
        Assert.Equal(new(100, 50, 99, 100), Quantiles.Of([null, .. Enumerable.Range(1, 100).Reverse().Select(value => (double?)value)]));
}
