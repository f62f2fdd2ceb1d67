namespace Grainline.Load.Reporting;

internal static class Sentences
{
    /// <summary>What was checked and what was found.</summary>
    public static string Checked(Verdict verdict) => verdict.Violations.Count == 0
        ? $"Checked {verdict.Messages:N0} acknowledged messages and {verdict.Offers:N0} offers: lost 0, doubled 0, reordered 0, over capacity 0, overtaken 0."
        : $"{verdict.Violations.Count} violations in {verdict.Messages:N0} acknowledged messages and {verdict.Offers:N0} offers.";
}
