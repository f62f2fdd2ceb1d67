using System.Text;

namespace Grainline;

/// <summary>What the product calls text: lines ended by <c>\n</c>, whole characters, no control characters but line end and tab.</summary>
public static class PlainText
{
    public static string Normalise(string text) => text.Contains('\r') ? text.Replace("\r\n", "\n").Replace('\r', '\n') : text;

    public static bool IsClean(string text)
    {
        // Nearly all text begins, and much of it ends, with plain ASCII, which is looked at many characters at a time.
        var rest = text.AsSpan();
        var special = rest.IndexOfAnyExceptInRange(' ', '~');
        if (special < 0)
            return true;
        rest = rest[special..];
        while (!rest.IsEmpty)
        {
            // A lone surrogate would not survive the journey through UTF-8.
            if (Rune.DecodeFromUtf16(rest, out var rune, out var taken) != System.Buffers.OperationStatus.Done)
                return false;
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))
                return false;
            rest = rest[taken..];
        }
        return true;
    }
}
