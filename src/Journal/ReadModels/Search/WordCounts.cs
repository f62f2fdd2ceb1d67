namespace Grainline.Journal.ReadModels.Search;

/// <summary>
/// In how many texts each word is: which are rare, and which words begin so. Written when a word is new and when its count has doubled, because writing every count of every batch would cost more than
/// the index itself; so a count may be half of the true one. Used by whoever writes the index, one batch at a time: <see cref="Unknown"/>, <see cref="Learn"/> for each of these, <see cref="Add"/>.
/// </summary>
/// <typeparam name="TWord">A word as the store knows it.</typeparam>
internal sealed class WordCounts<TWord>
    where TWord : notnull
{
    private const int Remembered = 200_000;

    private readonly Dictionary<TWord, (long Stored, long Seen)> _counts = [];

    /// <summary>Words of a batch whose stored counts must be learnt first.</summary>
    public IReadOnlyList<TWord> Unknown(IReadOnlyDictionary<TWord, int> seen)
    {
        if (_counts.Count + seen.Count > Remembered)
            _counts.Clear();
        return [.. seen.Keys.Where(word => !_counts.ContainsKey(word))];
    }

    /// <param name="stored">0 for a new word.</param>
    public void Learn(TWord word, long stored) => _counts[word] = (stored, stored);

    /// <summary>The counts that are to be written now.</summary>
    public IReadOnlyList<(TWord Word, long Texts)> Add(IReadOnlyDictionary<TWord, int> seen)
    {
        var due = new List<(TWord, long)>();
        foreach (var (word, texts) in seen)
        {
            var count = _counts[word];
            count.Seen += texts;
            if (count.Seen >= 2 * count.Stored)
            {
                due.Add((word, count.Seen));
                count.Stored = count.Seen;
            }

            _counts[word] = count;
        }

        return due;
    }

    /// <summary>After a transaction that came to nothing.</summary>
    public void Forget() => _counts.Clear();
}
