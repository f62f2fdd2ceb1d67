using Grainline.Load.Figures;
using Grainline.Load.Servers;
using Grainline.Load.Talk;

namespace Grainline.Load.Visits;

/// <param name="Phases">One after the other.</param>
/// <param name="Seed">Decides who comes when, and all that a visit leaves to chance.</param>
internal sealed record VisitsPlan(IReadOnlyList<Phase> Phases, int Agents, int Capacity, int Seed);

/// <summary>Open loop: everybody comes when it is their time, however long those before them wait. Returns when the last visit is over and checked.</summary>
internal sealed class VisitRun(SystemUnderTest system, VisitsPlan plan, Func<Arrival, IVisitPlay> play, Action<string> progress)
{
    private const double TellEvery = 10;

    private readonly Reception _reception = new(system, plan.Seed);
    private readonly IReadOnlyList<Arrival> _arrivals = Arrivals.Plan(plan.Phases, plan.Seed);
    private int _come, _over;

    public async Task<VisitsResult> Run(CancellationToken cancellation)
    {
        await _reception.Open(plan.Agents, plan.Capacity, cancellation);
        progress($"{_arrivals.Count} visitors will come, {plan.Agents} agents serve {plan.Capacity} each");
        var measured = await Measured.Run(system, () => Receive(cancellation), () => _reception.Counts.Delivered);
        _reception.Close();
        return new(measured, _reception.Counts, _reception.Line.Offers, [.. measured.Result.SelectMany(visit => visit.Violations), .. _reception.Judge()]);
    }

    private async Task<VisitResult[]> Receive(CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (pings, telling) = (new Heartbeat(_reception.Roster).Run(ending.Token), Tell(ending.Token));
        var began = Clock.Now;
        var visits = new List<Task<VisitResult>>();
        foreach (var arrival in _arrivals)
        {
            var due = began + (long)(arrival.At * 1e9);
            if (due > Clock.Now)
                await Clock.Wait((due - Clock.Now) / 1e9, cancellation);
            visits.Add(Receive(arrival, due, cancellation));
        }
        var results = await Task.WhenAll(visits);
        await ending.CancelAsync();
        await Task.WhenAll(pings, telling);
        return results;
    }

    private async Task<VisitResult> Receive(Arrival arrival, long due, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _come);
        var result = await new Visit(_reception, arrival, due).Run(play(arrival), cancellation);
        Interlocked.Increment(ref _over);
        return result;
    }

    private async Task Tell(CancellationToken cancellation)
    {
        try
        {
            for (var seconds = TellEvery; ; seconds += TellEvery)
            {
                await Clock.Wait(TellEvery, cancellation);
                progress($"{seconds,6:F0} s  {_come} of {_arrivals.Count} have come, {_come - _over} are here");
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
            return;
        }
    }
}
