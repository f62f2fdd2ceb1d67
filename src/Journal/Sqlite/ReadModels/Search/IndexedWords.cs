using System.Globalization;
using Grainline.Journal.ReadModels.Search;

namespace Grainline.Journal.Sqlite.ReadModels.Search;

/// <summary>Words as the index holds them: after the tenant's number, letters and digits only, so that SQLite splits at spaces and nowhere else.</summary>
internal readonly struct IndexedWords(long tenant)
{
    private readonly string _prefix = string.Create(CultureInfo.InvariantCulture, $"{tenant}x");

    public string this[string word] => _prefix + word;

    public IReadOnlyList<string> Of(IReadOnlyList<Word> words) => [.. words.Select(w => w.Text).Concat(Words.Singles(words).Except(words.Where(w => w.Dense).Select(w => w.Text))).Select(Prefixed)];

    public string Phrase(IEnumerable<string> words) => $"\"{string.Join(' ', words.Select(Prefixed))}\"";

    private string Prefixed(string word) => _prefix + word;
}
