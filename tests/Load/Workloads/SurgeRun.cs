using Grainline.Load.Servers;
using Grainline.Load.Visits;

namespace Grainline.Load.Workloads;

/// <param name="Rate">New visitors a second before and after.</param>
/// <param name="Times">The spike is this many times as many.</param>
/// <param name="Before">Seconds at the base rate; then <paramref name="Spike"/>; then <paramref name="After"/>.</param>
/// <param name="Hold">Seconds that a conversation takes once it is served, half to one and a half of it.</param>
/// <param name="Messages">Posted in that time, by turns, the agent first.</param>
internal sealed record SurgePlan(double Rate, double Times, double Before, double Spike, double After, int Agents, int Capacity, double Hold, int Messages, int Seed)
{
    public IReadOnlyList<Phase> Phases { get; } = [new("before", Before, Rate), new("spike", Spike, Rate * Times), new("after", After, Rate)];
}

internal sealed record SurgePhase(string Phase, double PerSecond, VisitFigures Visits);

/// <param name="UsualWait">Seconds until the offer that count as "as before": twice the 99th percentile before the spike, at least 0.25.</param>
/// <param name="RecoverySeconds">From the spike's end to the offer of the last who waited longer than that; null when the run ended first.</param>
/// <param name="Places">Places in line that visitors were told; <paramref name="SetBacks"/> of them further back than the one before.</param>
internal sealed record SurgeFigures(IReadOnlyList<SurgePhase> Phases, double UsualWait, double? RecoverySeconds, int Places, int SetBacks);

internal sealed record SurgeResult(VisitsResult All, SurgeFigures Figures);

/// <summary>Visitors come as they like, ten times as many for a minute; agents serve and resolve. Everything is checked.</summary>
internal sealed class SurgeRun(SystemUnderTest system, SurgePlan plan, Action<string> progress)
{
    private const double LeastUsualWait = 0.25;

    public async Task<SurgeResult> Run(CancellationToken cancellation)
    {
        var all = await new VisitRun(
            system, new(plan.Phases, plan.Agents, plan.Capacity, plan.Seed), arrival => new SurgePlay(plan.Hold, plan.Messages, arrival.Seed), progress).Run(cancellation);
        SurgePhase[] phases =
        [
            .. plan.Phases.Select((phase, index) => new SurgePhase(phase.Name, phase.PerSecond, VisitFigures.Of([.. all.Visits.Where(visit => visit.Arrival.Phase == index)]))),
        ];
        var usual = Math.Max(LeastUsualWait, 2 * phases[0].Visits.Offered.P99);
        return new(all, new(
            phases, usual, WaitRecovery.After(plan.Before + plan.Spike, usual, all.Visits), all.Visits.Sum(visit => visit.Places), all.Visits.Sum(visit => visit.SetBacks)));
    }
}
