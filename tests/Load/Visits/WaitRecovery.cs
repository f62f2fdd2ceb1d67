namespace Grainline.Load.Visits;

/// <summary>How long after a spike's end people still wait longer than usual.</summary>
internal static class WaitRecovery
{
    /// <param name="usual">A wait, in seconds, that is still as before.</param>
    /// <returns>Seconds from the spike's end to the offer of the last who waited longer; null when even the last to come did, so that the end was not seen.</returns>
    public static double? After(double spikeEnd, double usual, IReadOnlyList<VisitResult> visits)
    {
        var byArrival = visits.Where(visit => visit.Offered is not null).OrderBy(visit => visit.Arrival.At).ToArray();
        if (byArrival is [] || byArrival[^1].Offered > usual)
            return null;
        return byArrival.Where(visit => visit.Offered > usual).Select(visit => visit.Arrival.At + visit.Offered!.Value - spikeEnd).DefaultIfEmpty(0).Max() is > 0 and var late ? late : 0;
    }
}
