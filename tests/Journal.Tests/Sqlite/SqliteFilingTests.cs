using Grainline.Journal.Sqlite;

namespace Grainline.Journal.Tests.Sqlite;

/// <summary>Entries are filed by stream later than they are written: reads, heads and duplicates must not notice.</summary>
public sealed class SqliteFilingTests : JournalTest<SqliteBackend>
{
    private const string Unfiled = "SELECT (SELECT max(position) FROM entry) - (SELECT position FROM filed)";

    [Fact]
    public async Task Append_SomeFiledSomeNot_AreReadAlike()
    {
        var (a, b) = ((await Journal.OpenAsync("a", Cancelled)).Epoch, (await Journal.OpenAsync("b", Cancelled)).Epoch);
        for (var head = 0; head < EntryTable.FileAfterGroups - 1; head++) await Journal.AppendAsync("a", a, head, Many(head + 1, head + 1), Cancelled);
        Assert.Equal(EntryTable.FileAfterGroups - 1, Query(Unfiled));
        await Journal.AppendAsync("b", b, 0, Many(1, 20), Cancelled);
        Assert.Equal(0, Query(Unfiled));
        await Journal.AppendAsync("b", b, 20, Many(21, 50), Cancelled);
        await Journal.AppendAsync("a", a, EntryTable.FileAfterGroups - 1, Many(EntryTable.FileAfterGroups, 150), Cancelled);
        var unfiled = Query(Unfiled);
        Assert.Equal(30 + 150 - EntryTable.FileAfterGroups + 1, unfiled);

        await AssertReadAsync("a", a, 150);
        await AssertReadAsync("b", b, 50);
        await Backend.ReopenAsync();
        Assert.Equal(unfiled, Query(Unfiled));
        Assert.Equal(new StreamHead(a + 1, 150), await Journal.OpenAsync("a", Cancelled));
        await AssertReadAsync("a", a + 1, 150);
        await AssertReadAsync("b", b, 50);
    }

    [Fact]
    public async Task Append_LargeGroups_AreFiledByTheirEntries()
    {
        var (epoch, head) = await Journal.OpenAsync("s", Cancelled);
        while (head < EntryTable.FileAfter - 100) head = await Journal.AppendAsync("s", epoch, head, Many(head + 1, head + 100), Cancelled);
        Assert.Equal(head, Query(Unfiled));
        head = await Journal.AppendAsync("s", epoch, head, Many(head + 1, head + 100), Cancelled);
        head = await Journal.AppendAsync("s", epoch, head, Many(head + 1, head + 20), Cancelled);
        Assert.InRange(Query(Unfiled), 0, 20);
        await AssertReadAsync("s", epoch, (int)head);
    }

    private static NewEntry[] Many(long first, long last) =>
        [.. Enumerable.Range((int)first, (int)(last - first + 1)).Select(seq => Entry($"{seq}", $"id{seq}"))];

    private async Task AssertReadAsync(string stream, long epoch, int head)
    {
        Assert.Equal(Enumerable.Range(1, head).Select(seq => $"{seq}"), await TextsAsync(stream));
        Assert.Equal([$"{head / 2 + 1}", $"{head / 2 + 2}"], (await Journal.ReadAsync(stream, head / 2, 2, Cancelled)).Select(Text));
        foreach (var seq in new[] { 1, head / 2, head })
        {
            Assert.Equal(seq, await Journal.FindClientIdAsync(stream, $"id{seq}", Cancelled));
            var refusal = await Assert.ThrowsAsync<DuplicateClientIdException>(
                () => Journal.AppendAsync(stream, epoch, head, [Entry("again", $"id{seq}")], Cancelled).AsTask());
            Assert.Equal(seq, refusal.Seq);
        }
    }

    private long Query(string sql)
    {
        using var database = SqliteDatabase.OpenReader(Path.Combine(Backend.Options.Directory, "journal.db"), TimeSpan.FromSeconds(1));
        return database.Scalar(sql);
    }
}
