using Grainline.Balancing;
using Grainline.Testing;
using Orleans.Runtime;

namespace Grainline.Tests.Balancing;

public sealed class CallRatesTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(15);

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Sample_SteadyRates_AreToldAsTheyAreFromTheFirstOn()
    {
        var rates = new CallRates(_clock);
        for (var cycle = 0; cycle < 10; cycle++)
        {
            Call(rates, Grain(1), 50);
            Call(rates, Grain(2), 10);
            Call(rates, Grain(3), 200, movable: false);
            _clock.Advance(TimeSpan.FromSeconds(5));

            var sample = rates.Sample(Window);

            Assert.Equal(52, sample.Rate, precision: 6);
            Assert.Equal([("conversation/acme/c1", 10), ("conversation/acme/c2", 2)], sample.Hottest.Select(h => (h.Grain, Math.Round(h.Rate, 6))));
        }
    }

    [Fact]
    public void Sample_CallsThatHaveEnded_Fade()
    {
        var rates = new CallRates(_clock);
        Call(rates, Grain(1), 1_000);
        _clock.Advance(TimeSpan.FromSeconds(5));
        var before = rates.Sample(Window).Rate;
        for (var cycle = 0; cycle < 9; cycle++)
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
            var after = rates.Sample(Window).Rate;
            Assert.InRange(after, 0, before * 0.75);
            before = after;
        }

        Assert.InRange(before, 0, 5);
    }

    [Fact]
    public void Sample_FewHotAmongMany_FindsThemAndNeverTellsMoreThanIsTrue()
    {
        var (rates, random) = (new CallRates(_clock), new Random(1));
        var hot = Enumerable.Range(0, 20).ToDictionary(i => Grain(i).ToString(), i => 400 + 20 * i);
        var cold = Enumerable.Range(1_000, 50_000).ToArray();
        var calls = Enumerable.Range(0, 20).SelectMany(i => Enumerable.Repeat(i, 400 + 20 * i)).Concat(cold).ToArray();
        random.Shuffle(calls);
        foreach (var call in calls)
            rates.Count(Grain(call), movable: true);
        _clock.Advance(TimeSpan.FromSeconds(1));

        var sample = rates.Sample(Window);

        Assert.Equal(calls.Length, sample.Rate, precision: 6);
        Assert.InRange(sample.Hottest.Length, 20, 512);
        Assert.Equal(hot.Keys.Order(), sample.Hottest.Take(20).Select(h => h.Grain).Order());
        Assert.All(sample.Hottest, h => Assert.InRange(h.Rate, 0, hot.GetValueOrDefault(h.Grain, 1) + 1e-6));
    }

    [Fact]
    public void Forget_AGrain_TakesItsCallsAlong()
    {
        var rates = new CallRates(_clock);
        Call(rates, Grain(1), 100);
        Call(rates, Grain(2), 40);
        _clock.Advance(TimeSpan.FromSeconds(1));
        rates.Sample(Window);

        rates.Forget(Grain(1));
        Call(rates, Grain(2), 40);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var sample = rates.Sample(Window);

        Assert.Equal(40, sample.Rate, precision: 6);
        Assert.Equal("conversation/acme/c2", Assert.Single(sample.Hottest).Grain);
    }

    private static GrainId Grain(int number) => GrainId.Create("conversation", $"acme/c{number}");

    private static void Call(CallRates rates, GrainId grain, int times, bool movable = true)
    {
        for (var i = 0; i < times; i++)
            rates.Count(grain, movable);
    }
}
