using System.Globalization;
using Grainline.Journal.ReadModels.Search;

namespace Grainline.Journal.Sqlite.ReadModels.Search;

/// <summary>
/// Words as the index holds them: after the tenant's number and a letter for the kind, letters and digits only, so that SQLite splits at spaces and nowhere else. No question of one tenant ever meets
/// another's words, and who looks for tickets passes over no conversation.
/// </summary>
internal readonly struct IndexedWords(long tenant, SearchKind kind)
{
    private readonly string _prefix = string.Create(CultureInfo.InvariantCulture, $"{tenant}{(kind == SearchKind.Ticket ? 't' : 'c')}");

    public string this[string word] => _prefix + word;

    /// <summary>In their order, then the single characters of dense ones: these are never looked for side by side.</summary>
    public List<string> Of(IReadOnlyList<Word> words)
    {
        var indexed = new List<string>(words.Count * 2);
        HashSet<string>? alone = null;
        foreach (var word in words)
        {
            indexed.Add(_prefix + word.Text);
            if (word.Dense)
                (alone ??= []).Add(word.Text);
        }

        if (alone is null)
            return indexed;
        indexed.AddRange(Words.Singles(words).Where(alone.Add).Select(Prefixed));
        return indexed;
    }

    public string Phrase(IEnumerable<string> words) => $"\"{string.Join(' ', words.Select(Prefixed))}\"";

    private string Prefixed(string word) => _prefix + word;
}
