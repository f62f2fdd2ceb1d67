using Spectre.Console;

namespace Grainline.Load.Reporting;

/// <summary>Writes figures and ratios to the terminal.</summary>
internal static class FigureTable
{
    public static void Write(IEnumerable<RunFigures> runs)
    {
        foreach (var workload in runs.GroupBy(run => run.Workload))
        {
            RunFigures[] rounds = [.. workload];
            var grid = FigureGrid.Of(rounds).Single();
            Write(grid.Workload, ["", .. grid.Systems], grid.Rows.Select(row => new[] { row.Header }.Concat(row.Cells)));
            foreach (var details in DetailTable.Of(rounds))
                Write(details.Title, details.Columns, details.Rows);
        }
    }

    public static void Write(IReadOnlyList<Ratio> ratios)
    {
        string[] references = [.. ratios.Select(ratio => ratio.Reference).Distinct()];
        Write(
            "Ratios: median of the rounds, lowest to highest", ["grainline to", .. references],
            ratios.GroupBy(ratio => ratio.Header).Select(row => references.Select(reference => row.FirstOrDefault(ratio => ratio.Reference == reference)?.Spread.ToString() ?? "").Prepend(row.Key)));
    }

    // The first column names the row.
    private static void Write(string title, IReadOnlyList<string> columns, IEnumerable<IEnumerable<string>> rows)
    {
        var table = new Table { Title = new(Markup.Escape(title)) };
        table.AddColumn(Markup.Escape(columns[0]));
        foreach (var column in columns.Skip(1))
            table.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned());
        foreach (var row in rows)
            table.AddRow([.. row.Select(Markup.Escape)]);
        AnsiConsole.Write(table);
    }
}
