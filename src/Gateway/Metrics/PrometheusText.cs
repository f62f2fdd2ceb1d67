using System.Text;

namespace Grainline.Gateway.Metrics;

/// <summary>OpenTelemetry's names in Prometheus' spelling.</summary>
internal static class PrometheusText
{
    public static string Name(string instrument, string? unit, bool counter)
    {
        var name = new StringBuilder(Plain(instrument));
        var suffix = unit switch { "s" => "_seconds", "ms" => "_milliseconds", "By" => "_bytes", _ => "" };
        if (!instrument.EndsWith(suffix.TrimStart('_'), StringComparison.Ordinal) || suffix.Length == 0)
            name.Append(suffix);
        if (counter)
            name.Append("_total");
        return name.ToString();
    }

    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return "";
        var sorted = tags.ToArray();
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return string.Join(',', sorted.Select(tag => $"{Plain(tag.Key)}=\"{EscapeLabel(Convert.ToString(tag.Value, System.Globalization.CultureInfo.InvariantCulture) ?? "")}\""));
    }

    public static string EscapeHelp(string text) => text.Replace("\\", "\\\\").Replace("\n", "\\n");

    private static string EscapeLabel(string text) => EscapeHelp(text).Replace("\"", "\\\"");

    private static string Plain(string name)
    {
        var plain = string.Create(name.Length, name, (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                to[i] = char.IsAsciiLetterOrDigit(from[i]) ? from[i] : '_';
        });
        return char.IsAsciiDigit(plain[0]) ? "_" + plain : plain;
    }
}
