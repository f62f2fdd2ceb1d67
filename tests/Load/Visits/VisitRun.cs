using Grainline.Load.Figures;
using Grainline.Load.Talk;

namespace Grainline.Load.Visits;

/// <summary>Open loop: everybody comes when it is their time, however long those before them wait. Returns when the last visit is over and checked.</summary>
internal sealed class VisitRun(Reception reception, IReadOnlyList<Arrival> arrivals, Func<Arrival, IVisitPlay> play, Action<string> progress)
{
    private const double TellEvery = 10;

    private int _come, _over;

    public async Task<VisitResult[]> Run(CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (pings, telling) = (new Heartbeat(reception.Roster).Run(ending.Token), Tell(ending.Token));
        var began = Clock.Now;
        var visits = new List<Task<VisitResult>>();
        foreach (var arrival in arrivals)
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
        var result = await new Visit(reception, arrival, due).Run(play(arrival), cancellation);
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
                progress($"{seconds,6:F0} s  {_come} of {arrivals.Count} have come, {_come - _over} are here");
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
            return;
        }
    }
}
