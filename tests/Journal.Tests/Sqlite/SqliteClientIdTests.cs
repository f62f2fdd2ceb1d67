using Grainline.Journal.Sqlite;

namespace Grainline.Journal.Tests.Sqlite;

/// <summary>Client ids before and after they are filed, in memory and read again, and two that hash to the same number.</summary>
public sealed class SqliteClientIdTests : JournalTest<SqliteBackend>
{
    private const string OneId = "\u5725\u5e1a\u621c\u603d\u5dec\u5823\u0021";
    private const string ItsTwin = "\u5c22\u529b\u6b69\u6a87\u67cf\u5a6e\u4f8e";

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300)]
    public async Task Append_IdsOfALongStream_AreAllKnownForEver(int batch)
    {
        // Every third entry has none, so that seq and the number of ids differ.
        var entries = Enumerable.Range(1, 3 * ClientIdTable.FoldAfter + 50).Select(seq => Entry($"{seq}", seq % 3 == 0 ? null : $"id{seq}")).ToArray();
        var (epoch, head) = await Journal.OpenAsync("s", Cancelled);
        foreach (var part in entries.Chunk(batch)) head = await Journal.AppendAsync("s", epoch, head, part, Cancelled);

        await AssertKnownAsync(epoch, entries);
        await Backend.ReopenAsync();
        await AssertKnownAsync((await Journal.OpenAsync("s", Cancelled)).Epoch, entries);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ClientIdTable.FoldAfter)]
    public async Task Append_IdsWithTheSameHash_AreToldApart(int entriesAfter)
    {
        Assert.Equal(ClientIdHash.Of(OneId), ClientIdHash.Of(ItsTwin));
        var (epoch, head) = await Journal.OpenAsync("s", Cancelled);
        head = await Journal.AppendAsync("s", epoch, head, [Entry("one", OneId)], Cancelled);
        for (var entry = 0; entry < entriesAfter; entry++) head = await Journal.AppendAsync("s", epoch, head, [Entry("other")], Cancelled);

        Assert.Null(await Journal.FindClientIdAsync("s", ItsTwin, Cancelled));
        head = await Journal.AppendAsync("s", epoch, head, [Entry("twin", ItsTwin)], Cancelled);

        foreach (var (id, seq) in new[] { (OneId, 1), (ItsTwin, head) })
        {
            var refusal = await Assert.ThrowsAsync<DuplicateClientIdException>(
                () => Journal.AppendAsync("s", epoch, head, [Entry("again", id)], Cancelled).AsTask());
            Assert.Equal(seq, refusal.Seq);
            Assert.Equal(seq, await Journal.FindClientIdAsync("s", id, Cancelled));
        }
    }

    [Fact]
    public async Task Append_MoreStreamsThanAreRemembered_KeepsTheirIds()
    {
        using var folder = new TemporaryFolder();
        await using var store = new SqliteStore(new SqliteJournalOptions { Directory = folder.Path, CachedStreams = 4 });
        await store.OpenAsync(Cancelled);
        var streams = Enumerable.Range(0, 20).Select(n => $"s{n}").ToArray();
        foreach (var stream in streams) await store.Journal.OpenAsync(stream, Cancelled);
        for (var seq = 1; seq <= 10; seq++)
        {
            foreach (var stream in streams)
            {
                Assert.Equal(seq, await store.Journal.AppendAsync(stream, 1, seq - 1, [Entry("x", $"{seq}")], Cancelled));
                var refusal = await Assert.ThrowsAsync<DuplicateClientIdException>(
                    () => store.Journal.AppendAsync(stream, 1, seq, [Entry("x", "1")], Cancelled).AsTask());
                Assert.Equal(1, refusal.Seq);
            }
        }
    }

    private async Task AssertKnownAsync(long epoch, NewEntry[] entries)
    {
        for (var seq = 1; seq <= entries.Length; seq++)
        {
            if (entries[seq - 1].ClientId is not { } clientId) continue;
            Assert.Equal(seq, await Journal.FindClientIdAsync("s", clientId, Cancelled));
            var refusal = await Assert.ThrowsAsync<DuplicateClientIdException>(
                () => Journal.AppendAsync("s", epoch, entries.Length, [Entry("again", clientId)], Cancelled).AsTask());
            Assert.Equal(seq, refusal.Seq);
        }
        Assert.Null(await Journal.FindClientIdAsync("s", "id0", Cancelled));
    }
}
