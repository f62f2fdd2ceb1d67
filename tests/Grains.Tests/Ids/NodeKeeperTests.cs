using Grainline.Ids;
using Grainline.Journal;
using Grainline.Testing;

namespace Grainline.Tests.Ids;

/// <summary>Processes that share a store, some of them killed, paused or with a clock that leaps.</summary>
public sealed class NodeKeeperTests
{
    private static readonly TimeSpan LeaseAndMargin = new IdOptions().Lease + new IdOptions().Margin + TimeSpan.FromMilliseconds(1);

    private readonly ManualTimeProvider _steady = new();
    private readonly LeapingClock _clock;

    public NodeKeeperTests() => _clock = new LeapingClock(_steady);

    [Fact]
    public async Task Keep_TwoProcesses_HoldTwoNumbers()
    {
        await using var store = await IdStore.Open();
        using var one = new IdNode(store.Nodes, _clock);
        using var other = new IdNode(store.Nodes, _clock);
        await Task.WhenAll(one.Keep(), other.Keep());

        Assert.Equal([0, 1], new[] { one.Source.Next().Node, other.Source.Next().Node }.Order());
    }

    [Fact]
    public async Task Keep_AfterAKill_LeavesTheNumberUntilTheMarginIsOver()
    {
        await using var store = await IdStore.Open();
        var killed = new IdNode(store.Nodes, _clock);
        await killed.Keep();
        var last = killed.Source.Next();
        killed.Dispose();

        _steady.Advance(LeaseAndMargin - TimeSpan.FromMilliseconds(2));
        using var early = new IdNode(store.Nodes, _clock);
        await early.Keep();
        Assert.Equal(1, early.Source.Next().Node);

        _steady.Advance(TimeSpan.FromMilliseconds(2));
        using var later = new IdNode(store.Nodes, _clock);
        await later.Keep();
        var first = later.Source.Next();
        Assert.Equal(0, first.Node);
        Assert.True(first.Value > last.Value);
    }

    [Fact]
    public async Task Keep_AfterAKillAndAClockSetBack_StartsAboveAllThatWasReserved()
    {
        await using var store = await IdStore.Open();
        var killed = new IdNode(store.Nodes, _clock);
        await killed.Keep();
        var last = killed.Source.Next();
        _clock.Offset = TimeSpan.FromSeconds(-4);
        await killed.Keep();
        var reserved = last.Milliseconds + (long)new IdOptions().Lease.TotalMilliseconds;
        killed.Dispose();

        _steady.Advance(LeaseAndMargin);
        _clock.Offset -= new IdOptions().Margin;
        using var next = new IdNode(store.Nodes, _clock, new IdOptions { Margin = TimeSpan.Zero });
        await next.Keep();

        Assert.True(IdTerm.Clock(_clock) < reserved);
        var first = next.Source.Next();
        Assert.Equal((0, reserved + 1, 0), (first.Node, first.Milliseconds, first.Sequence));
    }

    [Fact]
    public async Task Keep_ClockFarBehindAMark_TakesAnotherNumber()
    {
        await using var store = await IdStore.Open();
        using (var former = new IdNode(store.Nodes, _clock))
        {
            await former.Start();
            former.Source.Next();
            await former.Stop();
        }

        _clock.Offset = TimeSpan.FromHours(-1);
        using var next = new IdNode(store.Nodes, _clock);
        await next.Keep();

        var id = next.Source.Next();
        Assert.Equal(1, id.Node);
        Assert.Equal(_clock.GetUtcNow(), id.At);
    }

    [Fact]
    public async Task Stop_AfterSome_FreesTheNumberAndTheNextGoesOnBehindThem()
    {
        await using var store = await IdStore.Open();
        using var first = new IdNode(store.Nodes, _clock);
        await first.Start();
        var last = first.Source.Next();

        await first.Stop();

        Assert.Throws<JournalUnavailableException>(() => first.Source.Next());
        using var second = new IdNode(store.Nodes, _clock);
        await second.Keep();
        var next = second.Source.Next();
        Assert.Equal((0, last.Milliseconds + 1), (next.Node, next.Milliseconds));
    }

    [Fact]
    public async Task Next_PausedHolder_MakesNothingMoreAndTakesAnotherNumber()
    {
        await using var store = await IdStore.Open();
        using var paused = new IdNode(store.Nodes, _clock);
        await paused.Keep();
        var before = paused.Source.Next();

        _steady.Advance(new IdOptions().Lease);
        Assert.Throws<JournalUnavailableException>(() => paused.Source.Next());
        _steady.Advance(LeaseAndMargin);
        using var other = new IdNode(store.Nodes, _clock);
        await other.Keep();
        Assert.Equal(before.Node, other.Source.Next().Node);

        await paused.Keep();

        Assert.Equal(1, paused.Source.Next().Node);
        await other.Keep();
        Assert.Equal(0, other.Source.Next().Node);
    }

    [Fact]
    public async Task Next_PausedHolderWhoseNumberNobodyTook_GoesOnWithIt()
    {
        await using var store = await IdStore.Open();
        using var paused = new IdNode(store.Nodes, _clock);
        await paused.Keep();
        _steady.Advance(TimeSpan.FromHours(1));

        await paused.Keep();

        Assert.Equal((0, _clock.GetUtcNow()), (paused.Source.Next().Node, paused.Source.Next().At));
    }

    [Fact]
    public async Task Next_WhileRenewalsGoOn_NeverEnds()
    {
        await using var store = await IdStore.Open();
        using var node = new IdNode(store.Nodes, _clock);
        await node.Start();
        for (var minute = 0; minute < 30; minute++)
        {
            _steady.Advance(TimeSpan.FromMinutes(1));
            var id = await node.Source.NextAsync(TestContext.Current.CancellationToken);
            Assert.Equal((0, _clock.GetUtcNow()), (id.Node, id.At));
        }

        await node.Stop();
    }

    [Fact]
    public async Task Next_ClockSetFarBack_GoesOnUnderAnotherNumber()
    {
        await using var store = await IdStore.Open();
        using var node = new IdNode(store.Nodes, _clock);
        await node.Start();
        var before = node.Source.Next();
        _clock.Offset = TimeSpan.FromHours(-1);
        Assert.Throws<JournalUnavailableException>(() => node.Source.Next());

        var after = await node.Source.NextAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, 1), (before.Node, after.Node));
        Assert.Equal(_clock.GetUtcNow(), after.At);
        await node.Stop();
    }

    [Fact]
    public async Task Next_StoreThatFails_LastsAsLongAsTheLease()
    {
        await using var store = await IdStore.Open();
        using var node = new IdNode(store.Nodes, _clock);
        await node.Keep();
        await store.Close();

        await Assert.ThrowsAsync<JournalUnavailableException>(node.Keep);

        _steady.Advance(new IdOptions().Lease - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, node.Source.Next().Node);
        _steady.Advance(TimeSpan.FromMilliseconds(1));
        var waiting = node.Source.NextAsync(TestContext.Current.CancellationToken).AsTask();
        Assert.False(waiting.IsCompleted);
        _steady.Advance(new IdOptions().Patience);
        Assert.True((await Assert.ThrowsAsync<JournalUnavailableException>(() => waiting)).IsTemporary);
        await node.Stop();
    }
}
