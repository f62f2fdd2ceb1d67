using System.Globalization;
using Grainline.Journal.ReadModels.Search;

namespace Grainline.Journal.Postgres.ReadModels.Search;

/// <summary>
/// Words as the index holds them: a number whose high half stands for the tenant and a slice of its texts, whose low half for the word, the kind of text and the tenant. Two words may have one number; who
/// finds texts by them looks into the texts.
/// </summary>
internal readonly struct SearchKeys(long tenant)
{
    // What a common word gives of one is looked through in a few milliseconds.
    private const int SliceBits = 14;
    private const long Slices = 0x7FFF_FFFF;

    // The slices of tenants that come one after the other do not meet for a long while.
    private readonly long _first = tenant * 1_000_003;

    public static long SliceOf(long no) => no >> SliceBits;

    public static long FirstOf(long slice) => slice << SliceBits;

    public long this[SearchKind kind, string word, long slice] => High(slice) << 32 | Low(kind, word);

    /// <summary>The number of a word in the slice of the row that <paramref name="no"/> names, as SQL.</summary>
    public string Sql(SearchKind kind, string word, string no) =>
        string.Create(CultureInfo.InvariantCulture, $"((({_first} + ({no} >> {SliceBits})) & {Slices}) << 32 | {Low(kind, word)})");

    /// <summary>Each word once, and the single characters of dense ones.</summary>
    public long[] Of(SearchKind kind, IReadOnlyList<Word> words, long slice)
    {
        var self = this;
        return [.. words.Select(word => word.Text).Concat(Words.Singles(words)).Distinct().Select(word => self[kind, word, slice])];
    }

    private long High(long slice) => (_first + slice) & Slices;

    // FNV-1a over UTF-16, folded to 32 bits. Stored, so it changes with Words.Version only.
    private long Low(SearchKind kind, string word)
    {
        var hash = unchecked((14695981039346656037UL ^ (ulong)((tenant << 1) | (long)kind)) * 1099511628211UL);
        foreach (var unit in word)
            hash = unchecked((hash ^ unit) * 1099511628211UL);
        return (long)((hash ^ (hash >> 32)) & 0xFFFF_FFFF);
    }
}
