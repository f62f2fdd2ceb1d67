using Grainline.Load.Clients;
using Grainline.Load.Figures;
using Grainline.Load.Servers;

namespace Grainline.Load.Faults;

/// <param name="At">Seconds after measuring began.</param>
/// <param name="What">What was done.</param>
/// <param name="Retried">Calls that were answered with a temporary error meanwhile, and repeated.</param>
/// <param name="RecoverySeconds">From the fault's end (from the kill itself, for a kill) until everybody was connected and nothing due before that end was missing anywhere.</param>
internal sealed record FaultOutcome(double At, string What, long Retried, double RecoverySeconds);

/// <summary>Strikes a started server by its schedule while the talk goes on, and times each recovery.</summary>
internal sealed class FaultRun(Fault fault, FaultPlan plan, int seed, StartedServer server, Action<string> progress) : IUpheaval
{
    private const double Patience = 60;

    /// <exception cref="RefusedException">The server ended by itself, or did not recover within a minute.</exception>
    public async Task<IReadOnlyList<FaultOutcome>> Run(Recovery recovery, double seconds, CancellationToken cancellation)
    {
        var outcomes = new List<FaultOutcome>();
        var began = Clock.Now;
        foreach (var strike in FaultSchedule.Of(seed, plan.Every, seconds))
        {
            await Clock.Wait(Math.Max(0, strike.At - Clock.Seconds(began)), cancellation);
            var (at, retried) = (Clock.Seconds(began), recovery.Retried);
            var stroke = await fault.Strike(server, new(strike.Seed), plan.Seconds, cancellation);
            progress($"{at,6:F1} s  {stroke.What}");
            var recovered = await Recovered(recovery, stroke, cancellation);
            outcomes.Add(new(at, stroke.What, recovery.Retried - retried, recovered));
        }
        return outcomes;
    }

    private async Task<double> Recovered(Recovery recovery, Stroke stroke, CancellationToken cancellation)
    {
        try
        {
            return await recovery.Of(stroke, Patience, () => server.HasExited ? $"The server ended by itself with exit code {server.ExitCode}. Before that: {stroke.What}." : null, cancellation);
        }
        catch (RefusedException refused)
        {
            throw new RefusedException($"{refused.Message} The server's last words:\n{server.Output}");
        }
    }
}
