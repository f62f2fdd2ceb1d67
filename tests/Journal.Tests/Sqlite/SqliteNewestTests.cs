using Grainline.Journal.Sqlite;

namespace Grainline.Journal.Tests.Sqlite;

/// <summary>Projections read from memory what is new and from the file what is not: they must not notice which.</summary>
public sealed class SqliteNewestTests : JournalTest<SqliteBackend>
{
    private const int Total = NewestEntries.Capacity + 504;

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task ReadAll_NewAndOldSmallAndLarge_IsWhatTheFileHolds()
    {
        var streams = new[] { "a", "b", "c" };
        var heads = new Dictionary<string, StreamHead>();
        foreach (var stream in streams) heads.Add(stream, await Journal.OpenAsync(stream, Cancelled));
        for (var number = 0; number < Total;)
        {
            var (stream, entries) = (streams[number / 50 % 3], Enumerable.Range(number, 50).Select(Entry).ToArray());
            var (epoch, head) = heads[stream];
            heads[stream] = new(epoch, await Journal.AppendAsync(stream, epoch, head, entries, Cancelled));
            number += entries.Length;
        }

        var live = await AllAsync();
        await Backend.ReopenAsync();

        Assert.Equal(Total, live.Count);
        Assert.Equal(await AllAsync(), live);
    }

    [Fact]
    public void TryRead_BesideAWriterThatLapsIt_GivesNeighboursOnly()
    {
        var newest = new NewestEntries();
        var committed = 0L;
        var writing = Task.Run(() =>
        {
            for (var position = 1L; position <= 40 * NewestEntries.Capacity; position++)
            {
                newest.Add(new(position, "s", position, "Noted", default, default, null));
                Volatile.Write(ref committed, position);
            }
        }, Cancelled);
        var (from, pages) = (0L, 0);
        while (!writing.IsCompleted || from < committed)
        {
            var seen = Volatile.Read(ref committed);
            if (newest.TryRead(from, 100, seen, out var page))
            {
                Assert.Equal(Enumerable.Range(1, page.Count).Select(n => from + n), page.Select(entry => entry.Position));
                Assert.InRange(page[^1].Position, from + 1, seen);
                (from, pages) = (page[^1].Position, pages + 1);
            }
            else
            {
                // Lapped, or nothing new: where a reader of the file would go on.
                from = seen;
            }
        }
        Assert.True(pages > 0);
    }

    private static NewEntry Entry(int number) => new(
        number % 3 == 0 ? "Noted" : "Said", Payload(number), Start.AddTicks((number * 12_345L) + 7), number % 2 == 0 ? $"id{number}" : null);

    private static byte[] Payload(int number)
    {
        var payload = new byte[number % 400 == 399 ? NewestEntries.LargestPayload + 1 : number % 90];
        Array.Fill(payload, (byte)number);
        return payload;
    }

    /// <summary>A follower's way through all: page by page.</summary>
    private async Task<List<(JournalEntry Entry, TimeSpan Offset, string Payload)>> AllAsync()
    {
        var all = new List<(JournalEntry, TimeSpan, string)>();
        var position = 0L;
        while (await Journal.ReadAllAsync(position, 37, Cancelled) is { Count: > 0 } page)
        {
            all.AddRange(page.Select(entry => (entry with { Payload = default }, entry.At.Offset, Convert.ToHexString(entry.Payload.Span))));
            position = page[^1].Position;
        }
        return all;
    }
}
