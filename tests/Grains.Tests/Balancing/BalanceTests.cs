using System.Collections.Immutable;
using Grainline.Balancing;

namespace Grainline.Tests.Balancing;

/// <summary>The brakes, one by one.</summary>
public sealed class BalanceTests
{
    private readonly Balance _balance = new();
    private readonly BalancingOptions _options = new() { MembershipPause = TimeSpan.Zero };
    private DateTimeOffset _now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private static SiloReport Busy => Silo("a", 400, 100, 60, 50, 40, 0.5);

    private static SiloReport Idle => Silo("b", 50);

    [Fact]
    public void Decide_SiloHotForLongEnough_MovesMediumHotOnesToTheIdlestUntilItIsRelieved()
    {
        Assert.Equal([CycleOutcome.Watching, CycleOutcome.Watching], [Decide(Busy, Idle, Silo("c", 60)).Outcome, Decide(Busy, Idle, Silo("c", 60)).Outcome]);

        var cycle = Decide(Busy, Idle, Silo("c", 60));

        // The mean is 170: everything goes that is neither the busiest nor cold, and still the silo has more than 187.
        Assert.Equal(CycleOutcome.Moving, cycle.Outcome);
        Assert.Equal<Move>(
            [new Move("conversation/a1", "a", "b", 60, 400, 50), new Move("conversation/a2", "a", "c", 50, 340, 60), new Move("conversation/a3", "a", "b", 40, 290, 110)], cycle.Moves);
        Assert.Equal(CycleOutcome.Watching, Decide(Busy, Idle, Silo("c", 60)).Outcome);
    }

    [Fact]
    public void Decide_SiloBetweenReleaseAndThreshold_NeitherBecomesNorStopsBeingHot()
    {
        var warm = Silo("a", 125, 40, 10);
        var other = Silo("b", 90);
        Assert.All(Enumerable.Range(0, 10).Select(_ => Decide(warm, other)), cycle => Assert.Equal(CycleOutcome.Level, cycle.Outcome));

        Decide(Busy, Idle);
        Decide(warm, other);
        Decide(Busy, Idle);
        Assert.Equal(CycleOutcome.Moving, Decide(Busy, Idle).Outcome);

        Decide(Busy, Idle);
        Decide(Silo("a", 100, 40, 10), other);
        Decide(Busy, Idle);
        Assert.Equal(CycleOutcome.Watching, Decide(Busy, Idle).Outcome);
    }

    [Fact]
    public void Decide_TurnedOff_MovesNothing()
    {
        _options.Enabled = false;
        Assert.Equal(CycleOutcome.Off, Hot(Busy, Idle).Outcome);
    }

    [Fact]
    public void Decide_SoonAfterASiloCame_Waits()
    {
        _options.MembershipPause = TimeSpan.FromSeconds(30);
        Assert.Equal(CycleOutcome.Settling, Hot(Busy, Idle).Outcome);
        for (var i = 0; i < 10; i++)
            Decide(Busy, Idle);

        SiloReport[] grown = [.. new[] { Busy, Idle, Silo("c", 0) }.Select(s => s with { Membership = 2 })];
        Assert.Equal(CycleOutcome.Settling, Decide(grown).Outcome);
        Assert.All(Enumerable.Range(0, 5).Select(_ => Decide(grown)), cycle => Assert.Equal(CycleOutcome.Settling, cycle.Outcome));
        Assert.Equal(CycleOutcome.Watching, Decide(grown).Outcome);
    }

    [Fact]
    public void Decide_ASiloHasNotReported_Waits()
    {
        Decide(Busy, Idle, Silo("c", 0));
        Assert.Equal(CycleOutcome.Incomplete, Decide([Busy with { Members = ["a", "b", "c"] }, Idle with { Members = ["a", "b", "c"] }]).Outcome);
    }

    [Fact]
    public void Decide_LittleLoad_MovesNothing() => Assert.Equal(CycleOutcome.Quiet, Hot(Silo("a", 90, 20, 10, 10), Silo("b", 1)).Outcome);

    [Fact]
    public void Decide_TargetsThatAreLeavingYoungOrBusyWithOtherThings_GetNothing() => Assert.Equal(CycleOutcome.Stuck, Hot(
        Busy, Idle with { Refuses = true }, Silo("c", 50) with { Age = TimeSpan.FromSeconds(10) }, Silo("d", 50) with { Cpu = 95 }).Outcome);

    [Fact]
    public void Decide_GrainsThatRest_Stay()
    {
        var cycle = Hot(grain => grain != "conversation/a3", Busy, Idle);
        Assert.Equal("conversation/a3", Assert.Single(cycle.Moves).Grain);
    }

    [Fact]
    public void Decide_ManyHotGrains_MovesNoMoreThanACycleMay()
    {
        _options.MovesPerCycle = 2;
        Assert.Equal(2, Hot(Busy, Idle).Moves.Length);
    }

    private static SiloReport Silo(string name, double rate, params double[] grains) =>
        new(name, TimeSpan.FromHours(1), 1, [], rate, 10, 20, false, [.. grains.Select((r, i) => new GrainRate($"conversation/{name}{i}", r))]);

    private Cycle Hot(params SiloReport[] silos) => Hot(_ => false, silos);

    private Cycle Hot(Func<string, bool> rests, params SiloReport[] silos)
    {
        var cycle = Decide(rests, silos);
        for (var i = 1; i < _options.Cycles; i++)
            cycle = Decide(rests, silos);
        return cycle;
    }

    private Cycle Decide(params SiloReport[] silos) => Decide(_ => false, silos);

    private Cycle Decide(Func<string, bool> rests, SiloReport[] silos)
    {
        _now += _options.Cycle;
        ImmutableArray<string> members = [.. silos.Select(s => s.Silo)];
        return _balance.Decide([.. silos.Select(s => s.Members.IsEmpty ? s with { Members = members } : s)], _now, rests, _options);
    }
}
