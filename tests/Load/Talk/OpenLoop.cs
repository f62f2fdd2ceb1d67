using Grainline.Load.Figures;

namespace Grainline.Load.Talk;

/// <summary>
/// Makes messages due at a fixed rate whatever becomes of them. Their age counts from the planned time, so a server that stalls is charged for
/// everything that should have been sent meanwhile.
/// </summary>
internal sealed class OpenLoop(IReadOnlyList<Pair> pairs, int deliveriesPerSecond)
{
    public async Task Run(double seconds, CancellationToken cancellation)
    {
        // Each post is delivered to both sides.
        var interval = 2_000_000_000L / deliveriesPerSecond;
        var began = Clock.Now;
        var until = began + (long)(seconds * 1e9);
        long next = 0;
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (await tick.WaitForNextTickAsync(cancellation))
        {
            var now = Clock.Now;
            for (var due = began + next * interval; due <= now; due = began + ++next * interval)
            {
                if (due >= until)
                    return;
                var pair = pairs[(int)(next % pairs.Count)];
                (next / pairs.Count % 2 == 0 ? pair.Visitor : pair.Agent).Due(due);
            }
        }
    }
}
