using System.Collections.Immutable;
using System.Text;
using Grainline.Refusals;

namespace Grainline.Tickets;

/// <summary>The one spelling of a tag: NFC, lower case, letters of any script, digits, <c>-</c>, <c>_</c>.</summary>
internal static class TicketTags
{
    public static Outcome<ImmutableArray<string>> Normalise(ImmutableArray<string> tags)
    {
        var normal = ImmutableArray.CreateBuilder<string>(tags.Length);
        foreach (var tag in tags)
        {
            if (!Whole(tag))
                return Unfit;
            var spelt = tag.Trim().Normalize().ToLowerInvariant();
            if (spelt.Length is 0 or > TicketLimits.TagLength || !spelt.EnumerateRunes().All(r => Rune.IsLetterOrDigit(r) || IsMark(r) || r.Value is '-' or '_'))
                return Unfit;
            if (!normal.Contains(spelt))
                normal.Add(spelt);
        }

        return normal.ToImmutable();
    }

    // Marks belong to the letters before them in many scripts.
    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    // Halves of characters cannot be normalised, and would not survive the way to the disk.
    private static bool Whole(string text) => text.EnumerateRunes().All(r => r != Rune.ReplacementChar);

    private static Refusal Unfit => new(ErrorCode.InvalidArgument, $"A tag has 1 to {TicketLimits.TagLength} letters, digits, '-' or '_'.");
}
