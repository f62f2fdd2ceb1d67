using Grainline.Conversations;
using Grainline.Journaling;

namespace Grainline.Tests.Conversations;

public sealed class RecentIdsTests
{
    private static readonly Task<Stamp> Committed = Task.FromResult(new Stamp(1, DateTimeOffset.UnixEpoch));

    [Fact]
    public void MayHaveForgotten_ManyMoreThanItKeeps_OnlyThoseThatItSaw()
    {
        var ids = new RecentIds(500);
        for (var n = 0; n < 2_000; n++)
            ids.Add($"seen-{n}", Committed);

        Assert.All(Enumerable.Range(0, 1_500), n => Assert.True(ids.Find($"seen-{n}") is null && ids.MayHaveForgotten($"seen-{n}")));
        Assert.All(Enumerable.Range(1_500, 500), n => Assert.NotNull(ids.Find($"seen-{n}")));
        // A hash of 32 bits: that one in fifty new ids met one of 1,500 by chance does not happen.
        Assert.InRange(Enumerable.Range(0, 50).Count(n => ids.MayHaveForgotten($"new-{n}")), 0, 1);
    }

    [Fact]
    public async Task Find_BeforeAndAfterTheCommitHasLanded_GivesItsStamp()
    {
        var ids = new RecentIds(2);
        var commit = new TaskCompletionSource<Stamp>();
        ids.Add("a", commit.Task);
        Assert.Same(commit.Task, ids.Find("a"));

        ids.Landed("a", new(7, DateTimeOffset.UnixEpoch));
        Assert.Equal(new Stamp(7, DateTimeOffset.UnixEpoch), await ids.Find("a")!);

        ids.Add("b", Committed);
        ids.Add("c", Committed);
        ids.Landed("a", new(8, DateTimeOffset.UnixEpoch));
        Assert.Null(ids.Find("a"));
    }

    [Fact]
    public void MayHaveForgotten_IdsFromBefore_OnlyTheJournalCanTell()
    {
        var ids = new RecentIds(500);
        Assert.False(ids.MayHaveForgotten("new"));
        ids.MarkIncomplete();
        Assert.True(ids.MayHaveForgotten("new"));
    }

    [Fact]
    public void MayHaveForgotten_MoreThanHashesAreKeptOf_OnlyTheJournalCanTell()
    {
        var ids = new RecentIds(1);
        for (var n = 0; n < 50_001; n++)
            ids.Add($"seen-{n}", Committed);
        Assert.False(ids.MayHaveForgotten("new"));
        // Some more than one: two ids may share a hash.
        for (var n = 0; n < 100; n++)
            ids.Add($"more-{n}", Committed);
        Assert.True(ids.MayHaveForgotten("new"));
        Assert.True(ids.MayHaveForgotten("seen-0"));
    }
}
