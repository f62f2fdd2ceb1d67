using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Grainline.Tickets;

/// <summary>Ids behind an <c>@</c> in a text. Whether there are such agents is another question.</summary>
internal static partial class Mentions
{
    /// <summary>More in one text are no mentions but a list.</summary>
    private const int Most = 20;

    public static ImmutableArray<string> In(string text) =>
        text.Contains('@') ? [.. Mention().Matches(text).Select(m => m.Groups[1].Value.TrimEnd('.', '-')).Where(TenantScoped.IsId).Distinct().Take(Most)] : [];

    // An @ inside a word is an address.
    [GeneratedRegex(@"(?<![\w.@-])@([A-Za-z0-9._-]{1,64})")]
    private static partial Regex Mention();
}
