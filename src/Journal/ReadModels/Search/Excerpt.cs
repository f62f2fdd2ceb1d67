using System.Text;

namespace Grainline.Journal.ReadModels.Search;

/// <summary>Words around the first match, with marks around every match in them.</summary>
internal static class Excerpt
{
    private const int Length = 160;
    private const int Before = 40;
    private const char MatchStart = '\u0002';
    private const char MatchEnd = '\u0003';

    public static string Of(string text, IReadOnlyList<(int Start, int End)> spans)
    {
        var from = spans.Count == 0 || text.Length <= Length ? 0 : Edge(text, Math.Clamp(spans[0].Start - Before, 0, text.Length - Length));
        var to = Edge(text, Math.Min(text.Length, from + Length));
        var excerpt = new StringBuilder(from > 0 ? "\u2026" : "");
        var at = from;
        foreach (var (start, end) in Joined(spans).Where(s => s.End > from && s.Start < to))
        {
            var (first, last) = (Math.Max(start, from), Math.Min(end, to));
            excerpt.Append(text, at, first - at).Append(MatchStart).Append(text, first, last - first).Append(MatchEnd);
            at = last;
        }

        return excerpt.Append(text, at, to - at).Append(to < text.Length ? "\u2026" : "").Replace('\n', ' ').Replace('\t', ' ').ToString();
    }

    private static IEnumerable<(int Start, int End)> Joined(IReadOnlyList<(int Start, int End)> spans)
    {
        var open = (Start: -1, End: -1);
        foreach (var span in spans)
        {
            if (span.Start <= open.End)
            {
                open.End = Math.Max(open.End, span.End);
                continue;
            }

            if (open.End > 0)
                yield return open;
            open = span;
        }

        if (open.End > 0)
            yield return open;
    }

    // Never between the halves of a surrogate pair.
    private static int Edge(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
