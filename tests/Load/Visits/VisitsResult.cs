using Grainline.Load.Checking;
using Grainline.Load.Figures;
using Grainline.Load.Talk;

namespace Grainline.Load.Visits;

/// <summary>All visits of a run, and what they cost the system from the first arrival until the last visit was over and checked.</summary>
/// <param name="Counts">Of the whole run.</param>
internal sealed record VisitsResult(Measured<VisitResult[]> Measured, TalkCounts Counts, int Offers, Violation[] Violations)
{
    private const int Told = 5;

    public VisitResult[] Visits => Measured.Result;

    public long Checked => Visits.Sum(visit => (long)visit.Checked);

    /// <summary>Why conversations could not be opened, each reason once.</summary>
    public string[] NotOpened => [.. Visits.Select(visit => visit.Refused).OfType<string>().Distinct().Take(Told)];

    /// <summary>Calls that no repeat could mend.</summary>
    public string[] Refusals => [.. Counts.Refusals.Distinct().Take(Told)];
}
