using FsCheck;
using FsCheck.Fluent;
using Grainline.Balancing;

namespace Grainline.Tests.Balancing;

/// <summary>Whatever the load: every move helps, moves end, and no grain is sent to and fro.</summary>
public sealed class BalanceProperties
{
    private const int Cycles = 300;

    private static readonly Gen<double[][]> AnyLoad = Load(Gen.Frequency((6, Gen.Choose(0, 40)), (2, Gen.Choose(40, 400)), (1, Gen.Choose(400, 5_000))).Select(r => r / 10.0));

    // The busiest is at most a hundredth of what a silo has on average: nothing is too big to be moved.
    private static readonly Gen<double[][]> FineLoad = Load(Gen.Choose(20, 40).Select(r => r / 10.0), atLeast: 100);

    [Fact]
    public void Moves_OfAnyLoad_EachLowerTheImbalanceAndEnd() => Check(AnyLoad, load =>
    {
        var cluster = new ModelCluster(load);
        for (var i = 0; i < Cycles; i++)
        {
            var (imbalance, highest) = (cluster.Imbalance, cluster.Highest);
            var cycle = cluster.Step();
            if (cluster.Highest > highest + 1e-6 || (cycle.Moves.IsEmpty ? cluster.Imbalance > imbalance + 1e-6 : cluster.Imbalance >= imbalance))
                return false;
        }

        return cluster.Moves.Count == 0 || cluster.Moves[^1].At < cluster.Moves[0].At + cluster.Options.Cycle * (Cycles - 50);
    });

    [Fact]
    public void Moves_OfFineLoad_LevelIt() => Check(FineLoad, load =>
    {
        var cluster = new ModelCluster(load);
        for (var i = 0; i < Cycles; i++)
            cluster.Step();
        return cluster.Highest <= cluster.Options.Threshold * cluster.Mean;
    });

    [Fact]
    public void Moves_OfLoadThatChangesAllTheTime_NeverTakeAGrainTwiceWithinItsCoolDown() => Check(AnyLoad.Zip(Gen.Choose(0, int.MaxValue - 1)), load =>
    {
        var (cluster, random) = (new ModelCluster(load.Item1), new Random(load.Item2));
        var perCycle = 0;
        for (var i = 0; i < Cycles; i++)
        {
            perCycle = Math.Max(perCycle, cluster.Step().Moves.Length);
            foreach (var grain in cluster.Grains.Keys.ToArray())
                cluster.Grains[grain] = (cluster.Grains[grain].Silo, random.NextDouble() < 0.1 ? random.NextDouble() * 100 : cluster.Grains[grain].Rate);
        }

        return perCycle <= cluster.Options.MovesPerCycle
            && cluster.Moves.GroupBy(m => m.Move.Grain).All(moves => moves.Zip(moves.Skip(1)).All(pair => pair.Second.At - pair.First.At >= cluster.Options.CoolDown));
    });

    [Fact]
    public void Moves_OfOneGiant_DoNotHappen() => Check(Gen.Choose(2, 6).Zip(Gen.Choose(100, 10_000)), giant =>
    {
        double[] hot = [giant.Item2, .. Enumerable.Repeat(0.9, 50)];
        var cluster = new ModelCluster([hot, .. Enumerable.Range(1, giant.Item1).Select(_ => new[] { 0.5, 0.5 })]);
        var outcomes = Enumerable.Range(0, 50).Select(_ => cluster.Step().Outcome).ToArray();
        return cluster.Moves.Count == 0 && outcomes[^1] == CycleOutcome.Stuck;
    });

    private static Gen<double[][]> Load(Gen<double> rates, int atLeast = 0) =>
        from silos in Gen.Choose(2, 6)
        from sizes in Gen.Choose(atLeast, atLeast + 60).ArrayOf(silos)
        from grains in rates.ArrayOf(sizes.Sum())
        select Cut(grains, sizes);

    // Uneven on purpose: every second silo has nothing, and the one before it has both.
    private static double[][] Cut(double[] grains, int[] sizes)
    {
        var load = new double[sizes.Length][];
        var from = 0;
        for (var silo = 0; silo < sizes.Length; silo += 2)
        {
            var both = sizes[silo] + sizes.ElementAtOrDefault(silo + 1);
            load[silo] = grains[from..(from += both)];
            if (silo + 1 < sizes.Length)
                load[silo + 1] = [];
        }

        return load;
    }

    private static void Check<T>(Gen<T> gen, Func<T, bool> holds) => Prop.ForAll(Arb.From(gen), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
}
