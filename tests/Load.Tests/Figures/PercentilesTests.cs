using Grainline.Load.Figures;

namespace Grainline.Load.Tests.Figures;

public sealed class PercentilesTests
{
    [Fact]
    public void Of_Nanoseconds_TellsMilliseconds()
    {
        var times = new Histogram();
        times.Record(2_000_000);
        Assert.Equal((1, 2.0), (Percentiles.Of(times).Count, Percentiles.Of(times).Worst));
    }

    [Fact]
    public void Of_FewTimes_ClaimsNoTail()
    {
        var times = new Histogram();
        for (var i = 1; i <= 100; i++)
            times.Record(i);
        Assert.Equal(0.99, Percentiles.Of(times).Curve[^1].Share);
    }

    [Fact]
    public void Of_None_HasNoCurve() => Assert.Empty(Percentiles.Of(new()).Curve);
}
