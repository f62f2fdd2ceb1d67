using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Grainline.Architecture.Tree;
using Grainline.Gateway.Metrics;

namespace Grainline.Architecture.Kubernetes;

/// <summary>What <c>/metrics</c> shows, in Prometheus' spelling: the product's instruments by its source, the runtime's by asking it.</summary>
internal static partial class ExposedMetrics
{
    public static IReadOnlySet<string> Names { get; } = Ours().Concat(Runtime()).ToHashSet();

    public static IReadOnlySet<string> Labels { get; } =
        Repository.CSharp("src").SelectMany(f => Tag().Matches(f.Text)).Select(m => m.Groups["name"].Value).ToHashSet();

    private static IEnumerable<string> Ours() =>
        from file in Repository.CSharp("src")
        from match in Creation().Matches(file.Text)
        from name in Spell(match.Groups["name"].Value, match.Groups["unit"] is { Success: true } unit ? unit.Value : null, match.Groups["kind"].Value)
        select name;

    private static List<string> Runtime()
    {
        var names = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == "System.Runtime")
                names.AddRange(Spell(instrument.Name, instrument.Unit, instrument.GetType().Name.Split('`')[0]));
        };
        listener.Start();
        return names;
    }

    private static string[] Spell(string instrument, string? unit, string kind)
    {
        var name = PrometheusText.Name(instrument, unit, kind is "Counter" or "ObservableCounter");
        return kind == "Histogram" ? [$"{name}_bucket", $"{name}_sum", $"{name}_count"] : [name];
    }

    // The unit stands after the name, or after what is observed.
    [GeneratedRegex("""Create(?<kind>Counter|Histogram|UpDownCounter|Gauge|ObservableGauge|ObservableCounter|ObservableUpDownCounter)(<\w+>)?\(\s*"(?<name>[\w.]+)"([^"\n]*?,\s*"(?<unit>[^"]*)")?""")]
    private static partial Regex Creation();

    [GeneratedRegex("""(\{ |KeyValuePair<string, object\?>\()"(?<name>\w+)",""")]
    private static partial Regex Tag();
}
