using Grainline.Load.Figures;

namespace Grainline.Load.Visits;

/// <summary>How some visits went. Waits in seconds from the moment at which a visitor was due.</summary>
/// <param name="Opened">Until the conversation was open: token, socket, OpenConversation.</param>
/// <param name="Offered">Until an agent's client had the offer.</param>
/// <param name="Served">Until an agent had accepted and saw the conversation.</param>
internal sealed record VisitFigures(int Arrivals, int NotOpened, Quantiles Opened, Quantiles Offered, Quantiles Served)
{
    public static VisitFigures Of(IReadOnlyCollection<VisitResult> visits) => new(
        visits.Count, visits.Count(visit => visit.Refused is not null),
        Quantiles.Of(visits.Select(visit => visit.Opened)), Quantiles.Of(visits.Select(visit => visit.Offered)), Quantiles.Of(visits.Select(visit => visit.Served)));
}
