namespace Grainline.Ids;

/// <summary>Numbers of 63 bits as 13 digits of 5 bits. The digits stand in the order of their ASCII codes, so texts sort as numbers do.</summary>
internal static class CrockfordText
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int BitsEach = 5;

    public static void Write(long value, Span<char> text)
    {
        for (var at = TimeOrderedId.Length - 1; at >= 0; at--)
        {
            text[at] = Digits[(int)value & 31];
            value >>= BitsEach;
        }
    }

    /// <summary>False for a foreign character and for a number of more than 63 bits.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        if (text[0] > '7')
            return false;
        foreach (var character in text)
        {
            var digit = Digits.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
                return false;
            value = (value << BitsEach) | (uint)digit;
        }

        return true;
    }
}
