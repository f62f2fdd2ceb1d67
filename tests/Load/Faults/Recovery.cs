using Grainline.Load.Clients;
using Grainline.Load.Figures;
using Grainline.Load.Talk;

namespace Grainline.Load.Faults;

/// <summary>Times how long everybody in a talk takes to be whole again after a fault.</summary>
internal sealed class Recovery(IReadOnlyList<Link> links, IReadOnlyList<Pair> pairs, TalkCounts counts)
{
    /// <summary>Calls that were answered with a temporary error, and repeated, so far.</summary>
    public long Retried => counts.Retried;

    /// <summary>Seconds from then until the last message that came more than a second late, so far; 0 when all were in time.</summary>
    public double LateUntil(long then) => Math.Max(0, (counts.LastLate - then) / 1e9);

    /// <param name="patience">Seconds after the fault's end.</param>
    /// <param name="hopeless">Why it will never recover, if that is known; asked again and again.</param>
    /// <returns>Seconds from the fault's end until everybody was connected and nothing due before that end was missing anywhere.</returns>
    /// <exception cref="RefusedException">It did not recover.</exception>
    public async Task<double> Of(Stroke stroke, double patience, Func<string?> hopeless, CancellationToken cancellation)
    {
        var waiting = pairs.Select(pair => new PairRecovery(pair, stroke.Until)).ToList();
        while (true)
        {
            // Once whole is whole: a talk that never rests is never whole everywhere at one moment.
            waiting.RemoveAll(one => one.IsWhole);
            if (waiting.Count == 0 && links.All(link => link.IsUp))
                return Clock.Seconds(stroke.Until);
            if (hopeless() is { } why)
                throw new RefusedException(why);
            if (Clock.Seconds(stroke.Until) > patience)
                throw new RefusedException($"{patience} s after \"{stroke.What}\" {waiting.Count} of {pairs.Count} conversations had not caught up and {links.Count(link => !link.IsUp)} sockets were not back.");
            await Clock.Wait(0.005, cancellation);
        }
    }
}
