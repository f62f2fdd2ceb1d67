namespace Grainline.Journal.Sqlite.ReadModels.Search;

/// <summary>
/// In how many texts each word is: which are rare, and which words begin so. Written when a word is new and when its count has doubled, because writing every count of every batch would cost more than
/// the index itself; so a count may be half of the true one. Used by whoever has the writing turn.
/// </summary>
internal sealed class WordCounts
{
    private const int Remembered = 200_000;

    private readonly Dictionary<string, (long Stored, long Seen)> _counts = [];

    public void Add(SqliteDatabase database, IReadOnlyDictionary<string, int> seen)
    {
        if (_counts.Count + seen.Count > Remembered)
            _counts.Clear();
        using var find = database.Prepare("SELECT texts FROM search_word WHERE word = ?1");
        using var write = database.Prepare("INSERT OR REPLACE INTO search_word VALUES (?1, ?2)");
        // In order: neighbours share pages.
        foreach (var (word, texts) in seen.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!_counts.TryGetValue(word, out var count))
            {
                var stored = find.Bind(1, word).Step() ? find.Int64(0) : 0;
                find.Reset();
                count = (stored, stored);
            }

            count.Seen += texts;
            if (count.Seen >= 2 * count.Stored)
            {
                write.Bind(1, word).Bind(2, count.Seen).Run();
                count.Stored = count.Seen;
            }

            _counts[word] = count;
        }
    }

    /// <summary>After a transaction that came to nothing.</summary>
    public void Forget() => _counts.Clear();
}
