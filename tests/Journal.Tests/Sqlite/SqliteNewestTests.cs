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
    public async Task TryRead_BesideAWriterThatLapsIt_GivesNeighboursOnly()
    {
        var newest = new NewestEntries();
        var committed = 0L;
        using var enough = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        var writing = Task.Run(() =>
        {
            for (var position = 1L; !enough.IsCancellationRequested; position++)
            {
                newest.Add(new(position, "s", position, "Noted", default, default, null));
                Volatile.Write(ref committed, position);
            }
        }, Cancelled);
        var (from, pages) = (0L, 0);
        while (pages < 200 && !enough.IsCancellationRequested)
        {
            var seen = Volatile.Read(ref committed);
            if (newest.TryRead(from, 100, seen, out var page))
            {
                Assert.Equal(Enumerable.Range(1, page.Count).Select(n => from + n), page.Select(entry => entry.Position));
                Assert.InRange(page[^1].Position, from + 1, seen);
                newest.Passed(from, page[^1].Position);
                (from, pages) = (page[^1].Position, pages + 1);
            }
            else
            {
                // Lapped, or nothing new: begins again a little behind the writer.
                from = Math.Max(0, seen - 100);
            }
        }
        Assert.Equal(200, pages);
        await enough.CancelAsync();
        await writing;
    }

    [Fact]
    public void Passed_ByAllReaders_LetsGoAndByNoneKeeps()
    {
        var newest = new NewestEntries();
        for (var position = 1L; position <= 30; position++) newest.Add(new(position, "s", position, "Noted", default, default, null));
        newest.Passed(0, 10);
        newest.Passed(0, 20);
        Assert.False(newest.TryRead(9, 5, 30, out _));
        Assert.True(newest.TryRead(10, 5, 30, out _));

        newest.Passed(10, 30);
        Assert.False(newest.TryRead(19, 5, 30, out _));
        Assert.Equal(10, newest.TryRead(20, 50, 30, out var rest) ? rest.Count : 0);

        // The slower one has stayed away for so long that its places are gone: it holds nothing up.
        for (var position = 31L; position <= 2 * NewestEntries.Capacity; position++) newest.Add(new(position, "s", position, "Noted", default, default, null));
        newest.Passed(30, 2 * NewestEntries.Capacity);
        Assert.False(newest.TryRead((2 * NewestEntries.Capacity) - 1, 5, 2 * NewestEntries.Capacity, out _));
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
