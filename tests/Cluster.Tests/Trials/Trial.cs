using Grainline.Load.Faults;
using Grainline.Load.Figures;

namespace Grainline.Cluster.Tests.Trials;

/// <summary>A test's faults, one after the other, while the talk goes on.</summary>
internal sealed class Trial(Func<Trial, Task> play, Func<string?> hopeless, CancellationToken stopping) : IUpheaval
{
    // A killed silo is missed after some seconds, a sleeping one later; then its grains and sockets move.
    private const double Patience = 120;

    // In so many seconds each conversation gets two posts: a part that nobody has missed is missed by then.
    private const double Watched = 4;

    private readonly List<FaultOutcome> _outcomes = [];
    private Recovery? _recovery;
    private long _began;

    public async Task<IReadOnlyList<FaultOutcome>> Run(Recovery recovery, double seconds, CancellationToken cancellation)
    {
        (_recovery, _began) = (recovery, Clock.Now);
        await Clock.Wait(3, stopping);
        await play(this);
        return _outcomes;
    }

    /// <summary>A blow: the recovery counts from its beginning, until nobody's messages come late any more.</summary>
    public Task Strike(string what, Func<Task> blow) => Suffer(what, blow, fromTheStart: true);

    /// <summary>Something that lasts: the recovery counts from its end.</summary>
    public Task Endure(string what, Func<Task> hardship) => Suffer(what, hardship, fromTheStart: false);

    private async Task Suffer(string what, Func<Task> act, bool fromTheStart)
    {
        var (at, started, retried) = (Clock.Seconds(_began), Clock.Now, _recovery!.Retried);
        await act();
        var stroke = new Stroke(what, fromTheStart ? started : Clock.Now);
        var seconds = await _recovery.Of(stroke, Patience, hopeless, stopping);
        await Clock.Wait(Math.Max(0, Watched - Clock.Seconds(stroke.Until)), stopping);
        await _recovery.Of(stroke with { Until = stroke.Until + (long)(Watched * 1e9) }, Patience, hopeless, stopping);
        seconds = Math.Max(seconds, _recovery.LateUntil(stroke.Until));
        _outcomes.Add(new(at, what, _recovery.Retried - retried, seconds));
    }
}
