using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Grainline.Tickets.Lists;

/// <summary>Two numbers as an opaque text. One that cannot be read is none: the list begins at its beginning.</summary>
internal static class ListCursor
{
    public static string Write(long first, long second) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{first}.{second}")));

    public static (long First, long Second)? Read(string? cursor)
    {
        if (cursor is null || !Base64Url.IsValid(cursor))
            return null;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('.');
        return text.Length == 2 && long.TryParse(text[0], CultureInfo.InvariantCulture, out var first) && long.TryParse(text[1], CultureInfo.InvariantCulture, out var second)
            ? (first, second)
            : null;
    }
}
