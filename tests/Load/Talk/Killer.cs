using Grainline.Load.Clients;
using Grainline.Load.Figures;
using Grainline.Load.Servers;

namespace Grainline.Load.Talk;

/// <summary>kill -9 and restart of the started server, again and again; the moments follow from the seed.</summary>
internal sealed class Killer(StartedServer server, IReadOnlyList<Link> links, double every, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Seconds from each kill until every participant was connected and had caught up.</summary>
    public List<double> Recovery { get; } = [];

    public async Task Run(double seconds, CancellationToken cancellation)
    {
        var began = Clock.Now;
        while (true)
        {
            var pause = every * (0.75 + 0.5 * _random.NextDouble());
            if (Clock.Seconds(began) + pause >= seconds)
                return;
            await Clock.Wait(pause, cancellation);
            var killed = Clock.Now;
            await server.Kill();
            await server.Start(cancellation);
            while (links.Any(link => !link.IsUp))
                await Clock.Wait(0.005, cancellation);
            Recovery.Add(Clock.Seconds(killed));
        }
    }
}
