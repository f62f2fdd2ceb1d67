using Grainline.Load.Clients;
using Grainline.Load.Figures;

namespace Grainline.Load.Workloads;

/// <param name="P99">Milliseconds from the cut until 99 % were connected again and had caught up.</param>
internal sealed record StormResult(int Sockets, int Returned, double P50, double P99, double Worst);

/// <summary>All sockets are cut at once and come back after a client's shortest pause, 25 to 75 ms.</summary>
internal static class StormRun
{
    private const double Patience = 60;

    public static async Task<StormResult> Run(IReadOnlyList<Link> links, CancellationToken cancellation)
    {
        var resumed = new Histogram();
        var cut = Clock.Now;
        var waits = links.Select(Wait).ToArray();
        foreach (var link in links)
            link.Cut();
        await Task.WhenAll(waits);
        foreach (var link in links)
            link.Stop();
        return new(links.Count, (int)resumed.Count, resumed.At(0.5) / 1e6, resumed.At(0.99) / 1e6, resumed.Max / 1e6);

        async Task Wait(Link link)
        {
            try
            {
                await link.NextReturn.WaitAsync(TimeSpan.FromSeconds(Patience), TimeProvider.System, cancellation);
                resumed.Record(Clock.Now - cut);
            }
            catch (TimeoutException)
            {
                // Told as the difference between sockets and returned.
                return;
            }
        }
    }
}
