using Grainline.Load.Clients;
using Grainline.Load.Figures;

namespace Grainline.Load.Workloads;

/// <summary>Many links opened a few at a time, as fast as the server takes them.</summary>
internal static class Opening
{
    private const int AtOnce = 64;

    /// <returns>Seconds it took.</returns>
    public static async Task<double> Start(IEnumerable<Link> links, CancellationToken cancellation)
    {
        var began = Clock.Now;
        await Parallel.ForEachAsync(links, Options(cancellation), async (link, stop) => await link.Start(stop));
        return Clock.Seconds(began);
    }

    public static async Task<List<Visitor>> Admit(Installation installation, int count, CancellationToken cancellation)
    {
        var visitors = new List<Visitor>(count);
        await Parallel.ForAsync(0, count, Options(cancellation), async (_, stop) =>
        {
            var visitor = await installation.Admit(stop);
            lock (visitors)
                visitors.Add(visitor);
        });
        return visitors;
    }

    private static ParallelOptions Options(CancellationToken cancellation) => new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
}
