using Grainline.Deadlines;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using Orleans;

namespace Grainline.Tests.Tickets.Work;

/// <summary>Cuts one call of a saga off: the n-th to a ticket, the desk or a deadline shard fails, before it was done or when it is done and only its answer is lost.</summary>
internal sealed class Cut
{
    private readonly GrainHost _host;
    private int _left;

    private Cut(GrainHost host, int at)
    {
        _host = host;
        _left = at;
    }

    /// <summary>Whether there was such a call.</summary>
    public bool Hit => _left <= 0;

    public static Cut Before(GrainHost host, int call)
    {
        var cut = new Cut(host, call);
        host.BeforeCall = cut.Look;
        return cut;
    }

    public static Cut After(GrainHost host, int call)
    {
        var cut = new Cut(host, call);
        host.AfterCall = cut.Look;
        return cut;
    }

    /// <summary>From here on nothing is cut.</summary>
    public void End() => _host.BeforeCall = _host.AfterCall = static _ => Task.CompletedTask;

    private Task Look(IIncomingGrainCallContext call)
    {
        if (!call.InterfaceMethod.DeclaringType!.IsAssignableTo(typeof(ITicketGrain)) && call.Grain is not (IDeskGrain or IDeadlineShardGrain))
            return Task.CompletedTask;
        if (call.InterfaceMethod.Name is nameof(IDeadlineShardGrain.Wake) or nameof(IDeadlineTarget.Due))
            return Task.CompletedTask;
        return Interlocked.Decrement(ref _left) == 0 ? throw new CutOffException() : Task.CompletedTask;
    }
}

internal sealed class CutOffException() : Exception("The line was cut.");
