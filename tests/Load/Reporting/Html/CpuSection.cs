using System.Globalization;
using System.Xml.Linq;

namespace Grainline.Load.Reporting.Html;

/// <summary>Processor time of each process of each system, side by side.</summary>
internal static class CpuSection
{
    private const double RowHeight = 44, BarHeight = 18;

    public static XElement? Of(RunFigures[] runs, Systems systems)
    {
        var perDelivery = runs.All(run => run.Delivered > 0);
        var unit = perDelivery ? "s per 100,000 deliveries" : "s";
        var costs = runs.Where(run => run.Costs.Processes.Count > 0).GroupBy(run => run.System).ToDictionary(rounds => rounds.Key, rounds => Parts(rounds, perDelivery));
        if (costs.Count == 0)
            return null;
        var plot = new Plot("CPU of each process", Axis.Linear($"CPU, {unit}", costs.Values.Select(parts => parts.Sum(part => part.Cpu))), null, RowHeight * costs.Count);
        var top = 0.0;
        foreach (var (system, parts) in costs)
        {
            plot.Drawing.Add(Element.Text("", plot.X(0), Plot.Row(top) + 14, system));
            Bars(plot, systems.Look(system), parts, Plot.Row(top) + 19);
            top += RowHeight;
        }
        return Element.Figure(
            "CPU of each process", "User and system time; the darkest part of a bar is the server, paler ones are its database.", plot.Drawing, null,
            Element.Table(["process", $"CPU, {unit}", "resident, MiB"], costs.SelectMany(system => system.Value.Select(part => Cells(system.Key, part)))));
    }

    private static void Bars(Plot plot, string look, Part[] parts, double top)
    {
        var sum = 0.0;
        for (var i = 0; i < parts.Length; i++)
        {
            var bar = Element.Shape("rect", $"bar {look} part{Math.Min(i, 2)}",
                ("x", plot.X(sum)), ("y", top), ("width", plot.X(sum + parts[i].Cpu) - plot.X(sum)), ("height", BarHeight));
            bar.Add(new XElement("title", $"{parts[i].Process}: {Number(parts[i].Cpu)}"));
            plot.Drawing.Add(bar);
            sum += parts[i].Cpu;
        }
    }

    // A process that a round did not have cost nothing there.
    private static Part[] Parts(IEnumerable<RunFigures> runs, bool perDelivery)
    {
        RunFigures[] rounds = [.. runs];
        return
        [
            .. rounds.SelectMany(run => run.Costs.Processes).Select(process => process.Name).Distinct().Select(name => new Part(
                name,
                Median.Of(rounds.Select(run => (perDelivery ? run.CpuSecondsPer100KOf(name) : run.Costs.Processes.FirstOrDefault(process => process.Name == name)?.CpuSeconds) ?? 0)),
                Median.Of(rounds.Select(run => run.Costs.Processes.FirstOrDefault(process => process.Name == name)?.ResidentBytes / 1048576.0 ?? 0)))),
        ];
    }

    private static string[] Cells(string system, Part part) => [$"{system}: {part.Process}", Number(part.Cpu), part.ResidentMiB.ToString("N0", CultureInfo.InvariantCulture)];

    private static string Number(double value) => value.ToString("N2", CultureInfo.InvariantCulture);

    private sealed record Part(string Process, double Cpu, double ResidentMiB);
}
