using Grainline.Load.Clients;

namespace Grainline.Load.Talk;

/// <summary>SignalR clients ping; one loop does it for all sockets, spread over the interval.</summary>
internal sealed class Heartbeat(IReadOnlyList<Link> links)
{
    private const int Seconds = 15;
    private const int StepsPerSecond = 10;

    public async Task Run(CancellationToken cancellation)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / StepsPerSecond));
        try
        {
            for (var step = 0; await tick.WaitForNextTickAsync(cancellation); step++)
            {
                for (var i = step % (Seconds * StepsPerSecond); i < links.Count; i += Seconds * StepsPerSecond)
                    links[i].Ping();
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
            return;
        }
    }
}
