using Grainline.Load.Clients;
using Grainline.Load.Figures;
using Grainline.Load.Talk;

namespace Grainline.Load.Workloads;

/// <param name="ConnectsPerSecond">Sockets opened, handshake included.</param>
/// <param name="BytesPerSocket">Growth of the server's resident memory over the sockets; null when it cannot be seen.</param>
/// <param name="Lost">Sockets that did not stay for the whole hold.</param>
/// <param name="StandingCpuShare">In cores, while they only stand; null when the server cannot be seen.</param>
internal sealed record IdleResult(int Sockets, double ConnectsPerSecond, double? BytesPerSocket, int Lost, double? StandingCpuShare);

/// <summary>Sockets that only stand there, with heartbeats.</summary>
/// <param name="progress">Told every half minute how many stand.</param>
internal sealed class IdleRun(Func<ProcessFigures?> figures, Action<string>? progress = null)
{
    /// <summary>The first sockets pay for code and pools that all share.</summary>
    public const int WarmUp = 200;

    private const double TellEvery = 30;

    public async Task<IdleResult> Run(IReadOnlyList<Link> links, double holdSeconds, CancellationToken cancellation)
    {
        await Opening.Start(links.Take(WarmUp), cancellation);
        await Clock.Wait(1, cancellation);
        var before = figures();
        var opened = links.Skip(WarmUp).ToArray();
        var seconds = await Opening.Start(opened, cancellation);
        using var pinging = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var pings = new Heartbeat(links).Run(pinging.Token);
        var standing = figures();
        await Hold(links, holdSeconds, cancellation);
        var after = figures();
        var lost = links.Count(link => !link.IsUp || link.Connections != 1);
        await pinging.CancelAsync();
        await pings;
        foreach (var link in links)
            link.Stop();
        return new(
            links.Count, opened.Length / seconds, (after?.ResidentBytes - before?.ResidentBytes) / (double)opened.Length, lost,
            (after?.CpuSeconds - standing?.CpuSeconds) / holdSeconds);
    }

    private async Task Hold(IReadOnlyList<Link> links, double seconds, CancellationToken cancellation)
    {
        for (var began = Clock.Now; Clock.Seconds(began) < seconds;)
        {
            await Clock.Wait(Math.Max(0.001, Math.Min(TellEvery, seconds - Clock.Seconds(began))), cancellation);
            progress?.Invoke($"{Clock.Seconds(began),6:F0} s  {links.Count(link => link.IsUp && link.Connections == 1):N0} of {links.Count:N0} sockets stand since the start");
        }
    }
}
