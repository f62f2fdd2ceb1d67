using Grainline.Load.Checking;

namespace Grainline.Load.Visits;

/// <summary>How one visit went. Times in seconds from the moment at which the visitor was due; null for what never came.</summary>
/// <param name="Refused">Why the conversation could not be opened, with the server's code where it gave one.</param>
/// <param name="Places">Places in line that the visitor was told.</param>
/// <param name="SetBacks">Those further back than the one before.</param>
/// <param name="Checked">Acknowledged messages that were checked.</param>
internal sealed record VisitResult(
    Arrival Arrival, double? Opened, double? Offered, double? Served, string? Refused, int Places, int SetBacks, int Checked, Violation[] Violations)
{
    public static VisitResult NotOpened(Arrival arrival, string why) => new(arrival, null, null, null, why, 0, 0, 0, []);
}
