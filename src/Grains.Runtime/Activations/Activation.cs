using Microsoft.Extensions.DependencyInjection;
using Grainline.Runtime.Calls;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Runtime.Activations;

/// <summary>One life of a grain: from the first call to idleness. This part admits calls; the lifecycle is in the other.</summary>
internal sealed partial class Activation : CallTarget
{
    [ThreadStatic]
    private static Activation? t_underConstruction;

    private readonly Lock _gate = new();
    private readonly GrainRuntime _runtime;
    private readonly GrainClass _class;
    private readonly IActivationHome _home;
    private readonly ActivationScheduler _turns;
    private readonly CallQueue _calls;
    private Phase _phase;
    private object? _instance;
    private GrainReference? _reference;
    private AsyncServiceScope _scope;

    internal Activation(GrainRuntime runtime, GrainClass grainClass, GrainId id, IActivationHome home, Luggage? luggage = null)
    {
        _runtime = runtime;
        _class = grainClass;
        _home = home;
        _arrivedWith = luggage;
        _turns = new(this);
        _calls = new(grainClass.IsReentrant);
        GrainId = id;
    }

    private enum Phase : byte { Activating, Active, Ending, Ended }

    /// <summary>The activation whose grain object is being constructed on this thread.</summary>
    internal static IGrainContext? UnderConstruction => t_underConstruction;

    public override GrainId GrainId { get; }

    public override GrainReference GrainReference => _reference ??= _runtime.References.Create(typeof(IAddressable), GrainId);

    public override object? GrainInstance => _instance;

    public override IServiceProvider ActivationServices => _scope.ServiceProvider;

    internal bool IsIdle => _calls.IsIdle;

    internal static Activation Of(IGrainContext context) => context as Activation
        ?? throw new InvalidOperationException("The grain was created outside of the runtime, which makes and owns all grains.");

    internal override bool TryRunInline(Message message)
    {
        lock (_gate)
        {
            if (_phase != Phase.Active || !_calls.IsIdle || !_turns.TryOwn())
                return false;
            Admit(message);
        }
        _turns.RunInline(message);
        return true;
    }

    internal override bool TryEnqueue(Message message)
    {
        lock (_gate)
        {
            if (_phase == Phase.Ended)
                return false;
            message.Target = this;
            if (_phase == Phase.Active && _calls.TryAdmit(message))
                _turns.Enqueue(message);
            else if (!message.IsLocal || _phase < Phase.Ending)
                _calls.Wait(message);
        }
        return true;
    }

    internal override void Post(ITurn turn) => _turns.Enqueue(turn);

    internal override object GetReceiver() => _instance!;

    internal override void Completed(Message message, Exception? failure)
    {
        if (failure is Orleans.Storage.InconsistentStateException { IsSourceActivation: true } inconsistent)
        {
            inconsistent.IsSourceActivation = false;
            Deactivate(new(DeactivationReasonCode.ApplicationError, failure, "The state in storage is not the one that this activation knew."));
        }
        lock (_gate)
        {
            _calls.Leave(message);
            if (message.KeepsAlive)
                _lastUsed = _runtime.Collector.Now;
            if (_phase == Phase.Active)
                RunWaiting();
            else if (_phase == Phase.Ending && !_calls.IsRunning)
                BeginEnd();
        }
    }

    private void Admit(Message message)
    {
        message.Target = this;
        _calls.TryAdmit(message);
    }

    private void RunWaiting()
    {
        while (_calls.Next() is { } next)
            _turns.Enqueue(next);
    }
}
