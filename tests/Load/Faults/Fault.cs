using Grainline.Load.Servers;

namespace Grainline.Load.Faults;

/// <summary>One kind of trouble for a server that the tool has started. Each strike is done and undone; what comes after is the server's to mend.</summary>
internal abstract class Fault : IAsyncDisposable
{
    /// <summary>Before the first start: gives the server the ground that this fault can shake.</summary>
    /// <exception cref="Clients.RefusedException">This machine or this user cannot do it, with what would help.</exception>
    public virtual Task Prepare(Ground ground, CancellationToken cancellation) => Task.CompletedTask;

    /// <param name="random">Decides all that is left to chance; the same for the same place in the schedule.</param>
    /// <param name="seconds">About how long it lasts, for a fault that lasts.</param>
    public abstract Task<Stroke> Strike(StartedServer server, Random random, double seconds, CancellationToken cancellation);

    /// <summary>After the server has ended.</summary>
    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Half to one and a half of what was asked for.</summary>
    protected static double About(double seconds, Random random) => seconds * (0.5 + random.NextDouble());
}

/// <param name="What">What was done, in words.</param>
/// <param name="Until">When the server could begin to recover, by <see cref="Figures.Clock"/>.</param>
internal readonly record struct Stroke(string What, long Until);
