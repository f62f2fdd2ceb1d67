namespace Grainline.Journal.Tests;

/// <summary>What node leases promise, whichever implementation keeps them.</summary>
public abstract class NodeLeaseContract<TBackend> : JournalTest<TBackend>
    where TBackend : JournalBackend, new()
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Now.AddSeconds(15);

    private INodeLeases Nodes => Backend.Nodes;

    [Fact]
    public async Task Acquire_FreshStore_GivesTheLowestNumbersWithoutAMark()
    {
        Assert.Equal(new NodeLease(0, "a", End, 0), await Take("a"));
        Assert.Equal(new NodeLease(1, "b", End, 0), await Take("b"));
    }

    [Fact]
    public async Task Acquire_ManyAtOnce_GivesEachANumberOfItsOwn()
    {
        var leases = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => Take($"o{n}")));

        Assert.Equal(Enumerable.Range(0, 100), leases.Select(lease => lease.Node).Order());
    }

    [Fact]
    public async Task Acquire_AllHeld_IsRefusedUntilOneIsReleased()
    {
        var leases = await Task.WhenAll(Enumerable.Range(0, INodeLeases.Count).Select(n => Take($"o{n}")));
        Assert.Equal(INodeLeases.Count, leases.Select(lease => lease.Node).Distinct().Count());
        Assert.True((await Assert.ThrowsAsync<NoNodeNumberException>(() => Take("late"))).IsTemporary);

        await Nodes.ReleaseAsync(leases[700] with { Mark = 5 }, Cancelled);

        Assert.Equal(leases[700] with { Owner = "late", Mark = 5 }, await Take("late"));
    }

    [Fact]
    public async Task Acquire_LeaseThatEnded_IsTakenAfterTheMarginWithItsMark()
    {
        await Nodes.RenewAsync(await Take("killed") with { Mark = 1_000 }, Cancelled);

        Assert.Equal(1, (await Take("early", endedBefore: End)).Node);
        Assert.Equal(new NodeLease(0, "later", End, 1_000), await Take("later", endedBefore: End.AddMilliseconds(1)));
    }

    [Fact]
    public async Task Acquire_MarkBeyondTheCallers_LeavesTheNumberAlone()
    {
        var lease = await Take("a");
        await Nodes.ReleaseAsync(lease with { Mark = 1_000 }, Cancelled);

        Assert.Equal(1, (await Take("b", highestMark: 999)).Node);
        Assert.Equal(0, (await Take("c", highestMark: 1_000)).Node);
        await Assert.ThrowsAsync<NoNodeNumberException>(() => Take("d", highestMark: -1));
    }

    [Fact]
    public async Task Renew_ByTheOwner_KeepsItAndNeverLowersTheMark()
    {
        var lease = await Take("a");
        await Nodes.RenewAsync(lease with { Until = End.AddSeconds(10), Mark = 2_000 }, Cancelled);
        Assert.Equal(1, (await Take("b", endedBefore: End.AddSeconds(10))).Node);

        // Late and out of order, as after a failure of the network.
        await Nodes.RenewAsync(lease with { Until = End, Mark = 1_000 }, Cancelled);

        Assert.Equal(new NodeLease(0, "c", End, 2_000), await Take("c", endedBefore: End.AddSeconds(1)));
    }

    [Fact]
    public async Task Renew_LeaseThatEndedButNobodyTook_GoesOn()
    {
        var lease = await Take("a");
        await Nodes.RenewAsync(lease with { Until = End.AddHours(1), Mark = 7 }, Cancelled);

        Assert.Equal(1, (await Take("b", endedBefore: End.AddMinutes(1))).Node);
    }

    [Fact]
    public async Task Renew_AfterAnotherTookIt_IsRefusedAndChangesNothing()
    {
        var lost = await Take("paused");
        var taken = await Take("next", endedBefore: End.AddSeconds(1));
        Assert.Equal(lost.Node, taken.Node);

        var refusal = await Assert.ThrowsAsync<NodeLeaseLostException>(() => Nodes.RenewAsync(lost with { Mark = 9_000 }, Cancelled).AsTask());

        Assert.Equal((0, "paused", false), (refusal.Node, refusal.Owner, refusal.IsTemporary));
        await Nodes.ReleaseAsync(lost with { Mark = 9_000 }, Cancelled);
        await Nodes.RenewAsync(taken with { Mark = 10 }, Cancelled);
        Assert.Equal(10, (await Take("last", endedBefore: End.AddSeconds(1))).Mark);
    }

    [Fact]
    public async Task Renew_AfterRelease_IsRefused()
    {
        var lease = await Take("a");
        await Nodes.ReleaseAsync(lease, Cancelled);

        await Assert.ThrowsAsync<NodeLeaseLostException>(() => Nodes.RenewAsync(lease, Cancelled).AsTask());
    }

    [Fact]
    public async Task Release_WithALowerMark_LeavesThatOne()
    {
        var lease = await Take("a");
        await Nodes.RenewAsync(lease with { Mark = 2_000 }, Cancelled);
        await Nodes.ReleaseAsync(lease with { Mark = 1_234 }, Cancelled);

        Assert.Equal(new NodeLease(0, "b", End, 1_234), await Take("b"));
    }

    [Fact]
    public async Task Acquire_AfterReopen_KnowsWhoHoldsWhat()
    {
        await Nodes.RenewAsync(await Take("a") with { Mark = 77 }, Cancelled);
        await Nodes.ReleaseAsync(await Take("b") with { Mark = 88 }, Cancelled);

        await Backend.ReopenAsync();

        Assert.Equal(new NodeLease(1, "c", End, 88), await Take("c"));
        Assert.Equal(new NodeLease(0, "d", End, 77), await Take("d", endedBefore: End.AddSeconds(1)));
    }

    private Task<NodeLease> Take(string owner, DateTimeOffset? endedBefore = null, long highestMark = long.MaxValue) =>
        Nodes.AcquireAsync(owner, End, endedBefore ?? Now, highestMark, Cancelled).AsTask();
}
