using Grainline.Load.Figures;

namespace Grainline.Load.Tests.Figures;

public sealed class HistogramTests
{
    [Fact]
    public void At_Empty_IsZero() => Assert.Equal(0, new Histogram().At(0.99));

    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.99, 99)]
    [InlineData(0.999, 100)]
    [InlineData(1, 100)]
    public void At_SmallValues_IsExact(double share, long expected)
    {
        var histogram = new Histogram();
        for (var value = 1; value <= 100; value++)
            histogram.Record(value);
        Assert.Equal(expected, histogram.At(share));
    }

    [Fact]
    public void At_AnyValue_IsNeverLowerAndAtMostABucketHigher()
    {
        var random = new Random(7);
        for (var round = 0; round < 5_000; round++)
        {
            var value = random.NextInt64(1L << random.Next(1, 62));
            var histogram = new Histogram();
            histogram.Record(value);
            histogram.Record(long.MaxValue);
            Assert.InRange(histogram.At(0.5), value, value + value / 128 + 1);
        }
    }

    [Fact]
    public void At_AgainstSortedValues_DiffersByLessThanABucket()
    {
        var random = new Random(11);
        long[] values = [.. Enumerable.Range(0, 20_000).Select(_ => (long)Math.Exp(random.NextDouble() * 20))];
        var histogram = new Histogram();
        foreach (var value in values)
            histogram.Record(value);
        Array.Sort(values);
        foreach (var share in new[] { 0.5, 0.9, 0.99, 0.999 })
        {
            var exact = values[(int)Math.Ceiling(values.Length * share) - 1];
            Assert.InRange(histogram.At(share), exact, exact + exact / 128 + 1);
        }
    }

    [Fact]
    public void Record_Negative_CountsAsZero()
    {
        var histogram = new Histogram();
        histogram.Record(-5);
        Assert.Equal((1, 0), (histogram.Count, histogram.At(1)));
    }

    [Fact]
    public void Record_FromManyThreads_LosesNothing()
    {
        var histogram = new Histogram();
        Parallel.For(0, 10_000, value => histogram.Record(value));
        Assert.Equal((10_000, 9_999), (histogram.Count, histogram.Max));
    }
}
