using Grainline.Load.Comparing;
using Grainline.Load.Talk;
using Spectre.Console;

namespace Grainline.Load.Commands;

/// <summary>Ratios of the system to each reference with their spread over the rounds. Bare figures go to the JSON file only: they belong to one machine and one hour.</summary>
internal static class CompareReport
{
    public static int Tell(ComparedRounds all, string? json)
    {
        Ratio[] ratios = [.. Ratios(all)];
        var table = new Table().AddColumns("grainline to", "figure", "ratio, median (lowest to highest)");
        foreach (var ratio in ratios)
            table.AddRow(ratio.Reference, ratio.Figure, ratio.Spread.ToString());
        AnsiConsole.Write(table);
        JsonFile.Write(json, new { ratios, all.Closed, all.Open, all.Idle });
        var violations = all.Closed.Concat(all.Open).SelectMany(result => result.Violations).ToArray();
        foreach (var violation in violations.Take(5))
            AnsiConsole.MarkupLineInterpolated($"[red]{violation.Law} in {violation.Subject}:[/] {string.Join(" | ", violation.History)}");
        var sentence = $"Checked {all.Closed.Concat(all.Open).Sum(result => result.Checked):N0} acknowledged messages: {violations.Length} violations.";
        AnsiConsole.WriteLine(sentence);
        return violations.Length == 0 ? Runner.Well : Runner.Violated;
    }

    private static IEnumerable<Ratio> Ratios(ComparedRounds all)
    {
        foreach (var name in Comparison.References)
        {
            yield return Of(all.Closed, name, "delivered/s, closed loop", result => result.DeliveredPerSecond);
            yield return Of(all.Closed, name, "CPU per delivery, closed loop", result => result.CpuSecondsPer100K ?? double.NaN);
            yield return Of(all.Open, name, "CPU per delivery, fixed rate", result => result.CpuSecondsPer100K ?? double.NaN);
            yield return Of(all.Open, name, "p50 one way, fixed rate", result => result.P50);
            yield return Of(all.Open, name, "p99 one way, fixed rate", result => result.P99);
            yield return Of(all.Open, name, "p99.9 one way, fixed rate", result => result.P999);
        }
        var (own, bare) = (all.Idle.Where(idle => idle.System == "grainline").ToArray(), all.Idle.Where(idle => idle.System != "grainline").ToArray());
        yield return new("signalr", "bytes of an idle socket", Spread.OfRatios([.. own.Select(Bytes)], [.. bare.Select(Bytes)]));
        yield return new("signalr", "connects/s", Spread.OfRatios([.. own.Select(idle => idle.ConnectsPerSecond)], [.. bare.Select(idle => idle.ConnectsPerSecond)]));

        static double Bytes(Workloads.IdleResult idle) => idle.BytesPerSocket ?? double.NaN;
    }

    private static Ratio Of(IEnumerable<TalkResult> results, string reference, string figure, Func<TalkResult, double> value)
    {
        var all = results.ToLookup(result => result.System, value);
        return new(reference, figure, Spread.OfRatios([.. all["grainline"]], [.. all[reference]]));
    }

    private sealed record Ratio(string Reference, string Figure, Spread Spread);
}
