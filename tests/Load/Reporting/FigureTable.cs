using Spectre.Console;

namespace Grainline.Load.Reporting;

/// <summary>Writes figures and ratios to the terminal.</summary>
internal static class FigureTable
{
    public static void Write(IEnumerable<RunFigures> runs)
    {
        foreach (var grid in FigureGrid.Of(runs))
        {
            var table = new Table { Title = new(Markup.Escape(grid.Workload)) };
            table.AddColumn("");
            foreach (var system in grid.Systems)
                table.AddColumn(new TableColumn(Markup.Escape(system)).RightAligned());
            foreach (var row in grid.Rows)
                table.AddRow([Markup.Escape(row.Header), .. row.Cells]);
            AnsiConsole.Write(table);
        }
    }

    public static void Write(IReadOnlyList<Ratio> ratios)
    {
        var table = new Table { Title = new("Ratios: median of the rounds, lowest to highest") };
        string[] references = [.. ratios.Select(ratio => ratio.Reference).Distinct()];
        table.AddColumn("grainline to");
        foreach (var reference in references)
            table.AddColumn(Markup.Escape(reference));
        foreach (var row in ratios.GroupBy(ratio => ratio.Header))
            table.AddRow([Markup.Escape(row.Key), .. references.Select(reference => row.FirstOrDefault(ratio => ratio.Reference == reference)?.Spread.ToString() ?? "")]);
        AnsiConsole.Write(table);
    }
}
