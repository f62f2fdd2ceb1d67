using System.Globalization;
using System.Text;

namespace Grainline.Journal.ReadModels.Search;

/// <summary>Which characters make words, and how different spellings of one become the same.</summary>
internal static class Scripts
{
    /// <summary>Scripts that are written without spaces: Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese.</summary>
    public static bool IsDense(Rune rune) => rune.Value switch
    {
        < 0x0E00 => false,
        <= 0x0EFF or (>= 0x1000 and <= 0x109F) or (>= 0x1100 and <= 0x11FF) or (>= 0x1780 and <= 0x17FF) => IsWord(rune),
        (>= 0x3005 and <= 0x3007) or (>= 0x3041 and <= 0x30FA) or (>= 0x30FC and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) => true,
        (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF) => true,
        _ => false,
    };

    public static bool IsWord(Rune rune) => rune.IsAscii
        ? char.IsAsciiLetterOrDigit((char)rune.Value)
        : Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber;

    /// <summary>Adds the folded character to a word.</summary>
    public static void Fold(Rune rune, StringBuilder word)
    {
        if (rune.IsAscii)
            word.Append(char.ToLowerInvariant((char)rune.Value));
        else
            word.Append(Fold(rune));
    }

    /// <summary>Lower case, compatible forms as the plain ones (full width, ligatures), without accents; empty for what makes no word.</summary>
    public static string Fold(Rune rune)
    {
        if (rune.IsAscii)
            return IsWord(rune) ? char.ToLowerInvariant((char)rune.Value).ToString() : "";
        var text = rune.ToString();
        if (rune.Value is >= 0x4E00 and <= 0x9FFF)
            return text;
        var folded = new StringBuilder();
        foreach (var part in (IsDense(rune) ? text.Normalize(NormalizationForm.FormKC) : text.Normalize(NormalizationForm.FormKD).ToLowerInvariant()).EnumerateRunes())
        {
            if (part.Value is not (>= 0x0300 and <= 0x036F) && IsWord(part))
                folded.Append(part.ToString());
        }

        return folded.ToString();
    }
}
