using Grainline.Load.Clients;
using Grainline.Load.Figures;
using Grainline.Load.Servers;
using Grainline.Load.Talk;

namespace Grainline.Load.Faults;

/// <param name="At">Seconds after measuring began.</param>
/// <param name="What">What was done.</param>
/// <param name="Retried">Calls that were answered with a temporary error meanwhile, and repeated.</param>
/// <param name="RecoverySeconds">From the fault's end (from the kill itself, for a kill) until everybody was connected and nothing due before that end was missing anywhere.</param>
internal sealed record FaultOutcome(double At, string What, long Retried, double RecoverySeconds);

/// <summary>Strikes by its schedule while the talk goes on, and times each recovery.</summary>
internal sealed class FaultRun(Fault fault, FaultPlan plan, int seed, StartedServer server, IReadOnlyList<Link> links, IReadOnlyList<Pair> pairs, TalkCounts counts, Action<string> progress)
{
    private const double Patience = 60;

    public List<FaultOutcome> Outcomes { get; } = [];

    /// <exception cref="RefusedException">The server ended by itself, or did not recover within a minute.</exception>
    public async Task Run(double seconds, CancellationToken cancellation)
    {
        var began = Clock.Now;
        foreach (var strike in FaultSchedule.Of(seed, plan.Every, seconds))
        {
            await Clock.Wait(Math.Max(0, strike.At - Clock.Seconds(began)), cancellation);
            var (at, retried) = (Clock.Seconds(began), counts.Retried);
            var stroke = await fault.Strike(server, new(strike.Seed), plan.Seconds, cancellation);
            progress($"{at,6:F1} s  {stroke.What}");
            var recovered = await Recovered(stroke, cancellation);
            Outcomes.Add(new(at, stroke.What, counts.Retried - retried, recovered));
        }
    }

    private async Task<double> Recovered(Stroke stroke, CancellationToken cancellation)
    {
        var waiting = pairs.Select(pair => new PairRecovery(pair, stroke.Until)).ToList();
        while (true)
        {
            // Once whole is whole: a talk that never rests is never whole everywhere at one moment.
            waiting.RemoveAll(one => one.IsWhole);
            if (waiting.Count == 0 && links.All(link => link.IsUp))
                return Clock.Seconds(stroke.Until);
            if (server.HasExited)
                throw new RefusedException($"The server ended by itself with exit code {server.ExitCode}. Before that: {stroke.What}. Its last words:\n{server.Output}");
            if (Clock.Seconds(stroke.Until) > Patience)
                throw new RefusedException(
                    $"{Patience} s after \"{stroke.What}\" {waiting.Count} of {pairs.Count} conversations had not caught up and {links.Count(link => !link.IsUp)} sockets were not back. The server's last words:\n{server.Output}");
            await Clock.Wait(0.005, cancellation);
        }
    }
}
