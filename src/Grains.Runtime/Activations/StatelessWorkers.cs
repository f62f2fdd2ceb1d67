using Grainline.Runtime.Calls;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Runtime.Activations;

/// <summary>The activations of one stateless worker: a call goes to an idle one, else to a new one up to the bound, else to each in turn.</summary>
internal sealed class StatelessWorkers(GrainRuntime runtime, GrainClass grainClass, GrainId id, int max) : CallTarget, IActivationHome
{
    private readonly Lock _gate = new();
    private volatile Activation[] _workers = [];
    private int _turn;
    private bool _ended;

    public override GrainId GrainId => id;

    public override GrainReference GrainReference => runtime.References.Create(typeof(IAddressable), id);

    public override object? GrainInstance => null;

    public override IServiceProvider ActivationServices => runtime.Services;

    public override Task Deactivated => Task.WhenAll(Activations.Select(w => w.Deactivated));

    internal Activation[] Activations => _workers;

    public override void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        foreach (var worker in Activations)
            worker.Deactivate(deactivationReason, cancellationToken);
    }

    internal override bool TryRunInline(Message message)
    {
        foreach (var worker in Activations)
        {
            if (worker.TryRunInline(message))
                return true;
        }
        return false;
    }

    internal override bool TryEnqueue(Message message)
    {
        while (Choose() is { } worker)
        {
            if (worker.TryEnqueue(message))
                return true;
        }
        return false;
    }

    internal override void Post(ITurn turn) => throw new InvalidOperationException("Calls run on one of the workers.");

    internal override object GetReceiver() => throw new InvalidOperationException("Calls run on one of the workers.");

    internal override void Completed(Message message, Exception? failure) => throw new InvalidOperationException("Calls run on one of the workers.");

    public void Replace(Activation ended, Activation? next)
    {
        lock (_gate)
        {
            _workers = [.. _workers.Where(w => w != ended), .. next is null ? (Activation[])[] : [next]];
            _ended = _workers.Length == 0;
        }
        if (_ended)
            runtime.Directory.Remove(this);
    }

    private Activation? Choose()
    {
        Activation made;
        lock (_gate)
        {
            if (_ended)
                return null;
            if (Array.Find(_workers, static w => w.IsIdle) is { } idle)
                return idle;
            if (_workers.Length == max)
                return _workers[_turn++ % max];
            made = new Activation(runtime, grainClass, id, this);
            _workers = [.. _workers, made];
        }
        made.Start();
        return made;
    }
}
