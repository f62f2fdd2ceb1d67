using System.Collections.Concurrent;
using Grainline.Runtime.Calls;
using Grainline.Runtime.Observers;
using Orleans.Runtime;

namespace Grainline.Runtime.Activations;

/// <summary>Who answers for an identity. Makes the activation if there is none; there is never a second one beside it.</summary>
internal sealed class ActivationDirectory(GrainRuntime runtime, GrainClasses classes, ObserverRegistry observers) : IActivationHome
{
    private readonly ConcurrentDictionary<GrainId, CallTarget> _targets = new();
    private volatile bool _closed;

    internal IEnumerable<Activation> Activations => _targets.SelectMany(static entry => entry.Value switch
    {
        Activation single => [single],
        StatelessWorkers workers => workers.Activations,
        _ => Enumerable.Empty<Activation>(),
    });

    internal bool IsClosed => _closed;

    /// <summary>The target of calls to an identity; null if it is not active and the silo has stopped.</summary>
    internal CallTarget? Find(GrainId id) => _targets.TryGetValue(id, out var target) ? target : Add(id);

    /// <summary>From now on no activation is made.</summary>
    internal void Close() => _closed = true;

    public void Replace(Activation ended, Activation? next)
    {
        if (next is null)
            _targets.TryRemove(KeyValuePair.Create<GrainId, CallTarget>(ended.GrainId, ended));
        else
            _targets[ended.GrainId] = next;
    }

    internal void Remove(StatelessWorkers ended) => _targets.TryRemove(KeyValuePair.Create<GrainId, CallTarget>(ended.GrainId, ended));

    private CallTarget? Add(GrainId id)
    {
        if (ObserverRegistry.IsObserver(id))
            return observers.Find(id);
        if (_closed)
            return null;
        var grainClass = classes.Get(id.Type);
        if (grainClass.MaxWorkers is { } max)
            return _targets.GetOrAdd(id, i => new StatelessWorkers(runtime, grainClass, i, max));
        var made = new Activation(runtime, grainClass, id, this);
        var winner = _targets.GetOrAdd(id, made);
        if (ReferenceEquals(winner, made))
            made.Start();
        return winner;
    }
}
