using System.Diagnostics.Metrics;
using Grainline.Gateway.Metrics;

namespace Grainline.Gateway.Tests.Metrics;

public sealed class PrometheusTests
{
    [Fact]
    public void Write_EveryKindOfInstrument_InTextFormat()
    {
        using var page = new PrometheusPage();
        using var meter = new Meter("Grainline.Test");
        meter.CreateCounter<long>("test.calls", description: "Calls \\ made\nhere").Add(2, new("b", "x\"y\\z\n"), new("a", 1));
        meter.CreateUpDownCounter<int>("test.open").Add(-3);
        meter.CreateObservableGauge("test.depth", () => 1.5, "By");
        var seconds = meter.CreateHistogram("test.took", "s", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] });
        seconds.Record(0.1);
        seconds.Record(0.5);
        seconds.Record(7);

        var text = page.Write();

        Assert.Contains("# HELP test_calls_total Calls \\\\ made\\nhere\n# TYPE test_calls_total counter\ntest_calls_total{a=\"1\",b=\"x\\\"y\\\\z\\n\"} 2\n", text);
        Assert.Contains("# TYPE test_open gauge\ntest_open -3\n", text);
        Assert.Contains("test_depth_bytes 1.5\n", text);
        Assert.Contains(
            "# TYPE test_took_seconds histogram\ntest_took_seconds_bucket{le=\"0.1\"} 1\ntest_took_seconds_bucket{le=\"1\"} 2\n"
            + "test_took_seconds_bucket{le=\"+Inf\"} 3\ntest_took_seconds_sum 7.6\ntest_took_seconds_count 3\n", text);
    }

    [Fact]
    public void Write_TagsThatComeAgain_AddUpWhateverTheirOrder()
    {
        using var page = new PrometheusPage();
        using var meter = new Meter("Grainline.Test3");
        var counter = meter.CreateCounter<long>("test.again");
        for (var i = 0; i < 3; i++)
        {
            counter.Add(1, new("method", "Post"), new("code", 0));
            counter.Add(10, new("code", 0), new("method", "Post"));
            counter.Add(100, new("method", "Post"), new("code", 503));
        }

        var text = page.Write();
        Assert.Contains("test_again_total{code=\"0\",method=\"Post\"} 33\n", text);
        Assert.Contains("test_again_total{code=\"503\",method=\"Post\"} 300\n", text);
    }

    [Fact]
    public void Write_EndlessLabels_StopsAtTheLimit()
    {
        using var page = new PrometheusPage();
        using var meter = new Meter("Grainline.Test2");
        var counter = meter.CreateCounter<long>("test.endless");
        for (var i = 0; i < 5_000; i++)
            counter.Add(1, new KeyValuePair<string, object?>("id", i));

        Assert.Equal(1_000, page.Write().Split('\n').Count(line => line.StartsWith("test_endless_total{", StringComparison.Ordinal)));
    }
}
