using System.Text;

namespace Grainline.Gateway.Attachments;

/// <summary>What the header <c>Upload-Metadata</c> says of a file: pairs of a key and a value in Base64, separated by commas.</summary>
/// <param name="Name">Made fit to be shown and saved: the last part of a path, without control characters, cut before its ending if it is too long.</param>
/// <param name="ContentType">In lower case, without parameters; empty when it is not known.</param>
internal sealed record UploadMetadata(string Name, string ContentType)
{
    /// <summary>Null when it cannot be read.</summary>
    public static UploadMetadata? Parse(string header)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = pair.Split(' ', 2, StringSplitOptions.TrimEntries);
            var encoded = words.Length == 2 ? words[1] : "";
            var value = new byte[encoded.Length];
            if (!Convert.TryFromBase64String(encoded, value, out var length))
                return null;
            values[words[0]] = Encoding.UTF8.GetString(value, 0, length);
        }

        var type = (Value("filetype") ?? Value("type") ?? "").Split(';')[0].Trim().ToLowerInvariant();
        return new(Clean(Value("filename") ?? Value("name") ?? ""), type.Length <= 100 && type.All(c => c is > ' ' and <= '~') ? type : "");

        string? Value(string key) => values.GetValueOrDefault(key);
    }

    private static string Clean(string name)
    {
        var last = name.Split('/', '\\')[^1];
        // Marks that turn the direction of writing make "exe.gpj" read as a picture.
        var shown = string.Concat(last.EnumerateRunes().Where(r => !Rune.IsControl(r) && Rune.GetUnicodeCategory(r) != System.Globalization.UnicodeCategory.Format)).Trim().TrimEnd('.');
        if (shown.Length == 0)
            return "file";
        if (shown.Length <= Limits.FileNameLength)
            return shown;
        var ending = Path.GetExtension(shown) is { Length: <= 20 } short_ ? short_ : "";
        var cut = Limits.FileNameLength - ending.Length;
        return shown[..(char.IsHighSurrogate(shown[cut - 1]) ? cut - 1 : cut)] + ending;
    }
}
