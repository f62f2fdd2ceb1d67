using FsCheck;
using FsCheck.Fluent;
using Grainline.Ids;

namespace Grainline.Tests.Ids;

/// <summary>Eight processes over one store, each with two callers and a clock that jumps forward and back and stands still: no id comes twice, and each node's ids rise.</summary>
public sealed class IdProperties
{
    private const int Nodes = 8;
    private const int CallersEach = 2;
    private const int Steps = 200;

    // Short, so that renewals, spent reservations, ends of leases and exchanges of numbers all happen while ids are made.
    private static readonly IdOptions Hurried = new()
    {
        Lease = TimeSpan.FromMilliseconds(300), Margin = TimeSpan.FromMilliseconds(100), Lead = TimeSpan.FromSeconds(2), Patience = TimeSpan.FromMinutes(1),
    };

    // Leaps lead to a few moments that all clocks come back to again and again, so that whoever forgets what was used there makes it a second time.
    private static readonly Gen<Func<long, long>> AnyStep = Gen.Frequency(
        (6, Gen.Choose(0, 3).Select(On)), (3, Gen.Constant(On(0))), (2, Gen.Choose(3, 500).Select(On)), (2, Gen.Choose(-500, 0).Select(On)),
        (2, Gen.Choose(0, 7).Select(moment => (Func<long, long>)(_ => moment * 3_000))));

    private static readonly Gen<long[][]> AnyWalks = Walk().ArrayOf(Nodes);

    [Fact]
    public void Next_UnderClocksThatLeap_IsUniqueAndRises() => Prop.ForAll(Arb.From(AnyWalks), walks => Holds(walks, idsEachCaller: 2_000))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void Next_TenMillionTimes_IsUniqueAndRises() => Prop.ForAll(Arb.From(AnyWalks), walks => Holds(walks, idsEachCaller: 10_000_000 / (Nodes * CallersEach)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1));

    private static Gen<long[]> Walk() => AnyStep.ArrayOf(Steps).Select(steps =>
    {
        var at = 0L;
        return steps.Select(step => at = step(at)).ToArray();
    });

    private static Func<long, long> On(int milliseconds) => at => at + milliseconds;

    private static bool Holds(long[][] walks, int idsEachCaller) => Run(walks, idsEachCaller).GetAwaiter().GetResult();

    private static async Task<bool> Run(long[][] walks, int idsEachCaller)
    {
        var made = new long[Nodes * CallersEach * idsEachCaller];
        await using var store = await IdStore.Open();
        var nodes = walks.Select(walk => new IdNode(store.Nodes, new WalkingClock(walk, CallersEach * idsEachCaller / Steps), Hurried)).ToArray();
        await Task.WhenAll(nodes.Select(node => node.Start()));
        var rising = await Task.WhenAll(Enumerable.Range(0, Nodes * CallersEach).Select(caller =>
            Task.Run(() => Call(nodes[caller / CallersEach].Source, made.AsMemory(caller * idsEachCaller, idsEachCaller)))));
        foreach (var node in nodes)
        {
            await node.Stop();
            node.Dispose();
        }

        Array.Sort(made);
        return rising.All(rises => rises) && AreDistinctAndSortAsText(made);
    }

    private static async Task<bool> Call(IdSource ids, Memory<long> made)
    {
        var lastOfNode = new long[TimeOrderedId.MaxNode + 1];
        for (var i = 0; i < made.Length; i++)
        {
            var id = await ids.NextAsync();
            if (id.Value <= lastOfNode[id.Node])
                return false;
            made.Span[i] = lastOfNode[id.Node] = id.Value;
        }

        return true;
    }

    private static bool AreDistinctAndSortAsText(long[] sorted)
    {
        Span<char> before = stackalloc char[TimeOrderedId.Length];
        Span<char> text = stackalloc char[TimeOrderedId.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            new TimeOrderedId(sorted[i]).WriteTo(text);
            if (i > 0 && (sorted[i] <= sorted[i - 1] || before.SequenceCompareTo(text) >= 0))
                return false;
            text.CopyTo(before);
        }

        return true;
    }
}
