using System.Diagnostics.CodeAnalysis;

namespace Grainline.Journal.Sqlite;

/// <summary>
/// The entries that were appended last, as they were handed in: projections, which are never far behind, are served from here without asking the file. One writer adds, any number read.
/// An entry lies here before its commit; readers do not look beyond what is committed, and after a rollback its place is given to the next one before that.
/// What all have read is let go at once: kept any longer, it would grow old in the collector's eyes for nothing.
/// </summary>
internal sealed class NewestEntries
{
    /// <summary>Some hundred milliseconds of a busy machine. Whoever is farther behind reads the file.</summary>
    public const int Capacity = 4096;

    /// <summary>With larger payloads an entry is not kept: all of them together stay below 16 MiB.</summary>
    public const int LargestPayload = 4096;

    private const int MostReaders = 16;

    private readonly JournalEntry?[] _places = new JournalEntry?[Capacity];

    // How far each reader has come, as far as readers can be told apart: one that asks for what lies behind a position is the one that has come so far.
    private readonly List<long> _reached = [];
    private long _released;

    /// <summary>Positions are consecutive, so a place tells by itself whether it still holds the entry that is looked for.</summary>
    public void Add(JournalEntry entry) =>
        Volatile.Write(ref _places[entry.Position % Capacity], entry.Payload.Length <= LargestPayload ? entry : null);

    /// <summary>The page behind <paramref name="position"/>, cut where the next entry is not here any more; false when already the first one is not.</summary>
    /// <param name="committed">The last position that may be seen.</param>
    public bool TryRead(long position, int limit, long committed, [NotNullWhen(true)] out List<JournalEntry>? page)
    {
        page = null;
        var last = Math.Min(committed, position + limit);
        while (position < last && Volatile.Read(ref _places[++position % Capacity]) is { } entry && entry.Position == position)
            (page ??= new((int)Math.Min(last - position + 1, Capacity))).Add(entry);
        return page is not null;
    }

    /// <summary>A reader has been given what lies between the two positions, from here or from the file.</summary>
    public void Passed(long position, long last)
    {
        lock (_reached)
        {
            _reached.Remove(position);
            _reached.Add(last);
            // One that never came back, or has fallen too far behind to be served from here, holds nothing up.
            _reached.RemoveAll(reached => reached < last - Capacity);
            if (_reached.Count > MostReaders) _reached.Remove(_reached.Min());
            _released = Math.Max(_released, last - Capacity);
            for (var all = _reached.Min(); _released < all;) Release(++_released);
        }
    }

    private void Release(long position)
    {
        ref var place = ref _places[position % Capacity];
        // Unless the writer has come round to it.
        if (Volatile.Read(ref place) is { } entry && entry.Position == position) Interlocked.CompareExchange(ref place, null, entry);
    }
}
