using System.Text;

namespace Grainline.Journal.ReadModels.Search;

/// <summary>Where the parts of a wish stand in a text.</summary>
/// <param name="Counts">How often each part is there.</param>
/// <param name="Spans">In order; may overlap.</param>
internal sealed record SearchMatch(int[] Counts, IReadOnlyList<(int Start, int End)> Spans)
{
    public static SearchMatch Find(string text, IReadOnlyList<SearchPart> parts)
    {
        var (words, counts, spans) = (Words.Of(text), new int[parts.Count], new List<(int Start, int End)>());
        for (var at = 0; at < words.Count; at++)
        {
            for (var p = 0; p < parts.Count; p++)
            {
                if (Span(words, at, parts[p]) is not { } span)
                    continue;
                counts[p]++;
                spans.Add(span);
            }
        }

        spans.Sort();
        return new(counts, spans);
    }

    private static (int Start, int End)? Span(List<Word> words, int at, SearchPart part)
    {
        if (part.Words.Length == 1)
            return One(words[at], part);
        if (at + part.Words.Length > words.Count)
            return null;
        for (var i = 0; i < part.Words.Length; i++)
        {
            if (words[at + i].Text != part.Words[i])
                return null;
        }

        return (words[at].Start, words[at + part.Words.Length - 1].End);
    }

    private static (int Start, int End)? One(Word word, SearchPart part)
    {
        var wanted = part.Words[0];
        if (word.Text == wanted || (part.Beginning && word.Text.StartsWith(wanted, StringComparison.Ordinal)))
            return (word.Start, word.End);
        // A single character inside a pair; its other half is the next pair's.
        if (!word.Dense || !Rune.TryGetRuneAt(wanted, 0, out var rune) || rune.Utf16SequenceLength != wanted.Length)
            return null;
        return word.Text.StartsWith(wanted, StringComparison.Ordinal) ? (word.Start, word.Start + wanted.Length)
            : word.Text.EndsWith(wanted, StringComparison.Ordinal) ? (word.End - wanted.Length, word.End)
            : null;
    }
}
