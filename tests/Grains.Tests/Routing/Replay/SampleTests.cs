using Grainline.Routing.Replay;

namespace Grainline.Tests.Routing.Replay;

public sealed class SampleTests
{
    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.95, 95)]
    [InlineData(1, 100)]
    [InlineData(0, 1)]
    public void Quantile_OfOneToAHundred_IsTheRank(double share, double expected) =>
        Assert.Equal(expected, Sample.Quantile([.. Enumerable.Range(1, 100).Reverse().Select(n => (double)n)], share));

    [Fact]
    public void Quantile_OfNothing_IsZero() => Assert.Equal(0, Sample.Quantile([], 0.5));

    [Theory]
    [InlineData(new double[] { 3, 3, 3 }, 1)]
    [InlineData(new double[] { 5, 0, 0, 0 }, 0.25)]
    [InlineData(new double[] { 0, 0 }, 1)]
    public void Jain_OfLoads_TellsHowEvenTheyAre(double[] loads, double expected) => Assert.Equal(expected, Sample.Jain(loads), 9);

    [Fact]
    public void Patience_OfThoseServed_IsDrawnBeyondWhatTheyWaited()
    {
        RecordedVisit[] visits = [.. Enumerable.Range(0, 200).Select(i => Visit(i, 10 + i, abandoned: i % 2 == 0))];
        var patience = new Patience(visits);
        Assert.All(visits.Where(v => v.Abandoned), v => Assert.Equal(v.Waited, patience.Of(v, 1)));
        Assert.All(visits.Where(v => !v.Abandoned), v => Assert.True(patience.Of(v, 1) is not { } drawn || drawn > v.Waited));
        Assert.True(visits.Where(v => !v.Abandoned).Select(v => patience.Of(v, 1)).Distinct().Count() > 20);
    }

    [Fact]
    public void Patience_WhenNobodyGaveUp_IsEndless() => Assert.Null(new Patience([Visit(1, 30, abandoned: false)]).Of(Visit(2, 5, abandoned: false), 1));

    private static RecordedVisit Visit(int i, int seconds, bool abandoned)
    {
        var start = Matching.Scene.Start;
        return new(Matching.Scene.Waits($"c{i}").Conversation, start, 0)
        {
            LeftAt = start.AddSeconds(seconds), Because = abandoned ? Grainline.Routing.LeftBecause.Closed : Grainline.Routing.LeftBecause.Accepted, ServedBy = abandoned ? null : "a",
        };
    }
}
