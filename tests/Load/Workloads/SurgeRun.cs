using Grainline.Load.Checking;
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

/// <summary>Waits in seconds from the moment at which a visitor was due.</summary>
/// <param name="Opened">Until the conversation was open: token, socket, OpenConversation.</param>
/// <param name="Offered">Until an agent's client had the offer.</param>
/// <param name="Served">Until an agent had accepted and saw the conversation.</param>
internal sealed record SurgePhase(string Phase, double PerSecond, int Arrivals, int NotOpened, Quantiles Opened, Quantiles Offered, Quantiles Served);

/// <param name="UsualWait">Seconds until the offer that count as "as before": twice the 99th percentile before the spike, at least 0.25.</param>
/// <param name="RecoverySeconds">From the spike's end to the offer of the last who waited longer than that; null when the run ended first.</param>
internal sealed record SurgeResult(
    SurgePhase[] Phases, double UsualWait, double? RecoverySeconds, string[] Refusals, int Places, int SetBacks, int Offers, long Checked, Violation[] Violations);

/// <summary>Visitors come as they like, ten times as many for a minute; agents serve and resolve. Everything is checked.</summary>
internal sealed class SurgeRun(SystemUnderTest system, SurgePlan plan, Action<string> progress)
{
    private const double LeastUsualWait = 0.25;

    public async Task<SurgeResult> Run(CancellationToken cancellation)
    {
        var reception = new Reception(system, plan.Seed);
        await reception.Open(plan.Agents, plan.Capacity, cancellation);
        var arrivals = Arrivals.Plan(plan.Phases, plan.Seed);
        progress($"{arrivals.Count} visitors will come, {plan.Agents} agents serve {plan.Capacity} each");
        var visits = await new VisitRun(reception, arrivals, arrival => new SurgePlay(plan.Hold, plan.Messages, arrival.Seed), progress).Run(cancellation);
        reception.Close();
        SurgePhase[] phases = [.. plan.Phases.Select((phase, index) => Of(phase, [.. visits.Where(visit => visit.Arrival.Phase == index)]))];
        var usual = Math.Max(LeastUsualWait, 2 * phases[0].Offered.P99);
        return new(
            phases, usual, WaitRecovery.After(plan.Before + plan.Spike, usual, visits), [.. visits.Select(visit => visit.Refused).OfType<string>().Distinct().Take(5)],
            visits.Sum(visit => visit.Places), visits.Sum(visit => visit.SetBacks), reception.Line.Offers, visits.Sum(visit => (long)visit.Checked),
            [.. visits.SelectMany(visit => visit.Violations), .. reception.Judge()]);
    }

    private static SurgePhase Of(Phase phase, VisitResult[] visits) => new(
        phase.Name, phase.PerSecond, visits.Length, visits.Count(visit => visit.Refused is not null),
        Quantiles.Of(visits.Select(visit => visit.Opened)), Quantiles.Of(visits.Select(visit => visit.Offered)), Quantiles.Of(visits.Select(visit => visit.Served)));
}
