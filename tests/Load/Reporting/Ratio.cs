namespace Grainline.Load.Reporting;

/// <param name="Reference">Below the line; the system is above.</param>
/// <param name="Figure">Without a unit: it has none left.</param>
internal sealed record Ratio(string Reference, string Workload, string Figure, Spread Spread)
{
    public string Header => $"{Workload}: {Figure}";
}
