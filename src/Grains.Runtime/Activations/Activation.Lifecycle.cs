using Microsoft.Extensions.DependencyInjection;
using Grainline.Runtime.Calls;
using Grainline.Runtime.State;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Runtime.Activations;

internal sealed partial class Activation
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<IPersistentStateBridge>? _states;
    private DeactivationReason _reason;
    private bool _endWanted;
    private bool _endBegun;

    public override Task Deactivated => _ended.Task;

    internal void Start() => _turns.Enqueue(new DelegateTurn(() => _ = ActivateAsync()));

    internal void AddState(IPersistentStateBridge state) => (_states ??= []).Add(state);

    public override void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_phase >= Phase.Ending)
                return;
            _reason = deactivationReason;
            _endWanted = true;
            if (_phase == Phase.Active)
                StopAdmitting();
        }
    }

    private async Task ActivateAsync()
    {
        using var patience = _runtime.CreateDeadline(_runtime.Collection.ActivationTimeout);
        try
        {
            _scope = _runtime.Services.CreateAsyncScope();
            _instance = Construct();
            Unpack();
            foreach (var state in _states ?? [])
                await state.ReadStateAsync(patience.Token);
            if (_instance is IGrainBase grain)
                await grain.OnActivateAsync(patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception exception)
        {
            // Whatever the grain throws, those who wait for it must learn it.
            await FailActivationAsync(exception);
            return;
        }
        lock (_gate)
        {
            _lastUsed = _runtime.Collector.Now;
            _phase = Phase.Active;
            // Even a grain that wants to end while it starts serves the call that started it: each activation makes progress.
            RunWaiting();
            if (_endWanted)
                StopAdmitting();
        }
    }

    private void StopAdmitting()
    {
        _phase = Phase.Ending;
        if (!_calls.IsRunning)
            BeginEnd();
    }

    private object Construct()
    {
        var outer = t_underConstruction;
        t_underConstruction = this;
        try
        {
            return _class.Create(this);
        }
        finally
        {
            t_underConstruction = outer;
        }
    }

    // Those who waited get the cause; whoever calls after that meets a new activation.
    private async Task FailActivationAsync(Exception exception)
    {
        _runtime.LogActivationFailed(GrainId, exception);
        Queue<Message>? waiting;
        lock (_gate)
        {
            waiting = _calls.Surrender();
            _phase = Phase.Ended;
            _home.Replace(this, null);
        }
        foreach (var message in waiting ?? [])
            message.Reject(exception);
        await DisposeAsync();
        _ended.TrySetResult();
    }

    private void BeginEnd()
    {
        if (_endBegun)
            return;
        _endBegun = true;
        _turns.Enqueue(new DelegateTurn(() => _ = EndAsync()));
    }

    private async Task EndAsync()
    {
        DisposeTimers();
        using (var patience = _runtime.CreateDeadline(_runtime.Collection.DeactivationTimeout))
        {
            try
            {
                if (_instance is IGrainBase grain)
                    await grain.OnDeactivateAsync(_reason, patience.Token).WaitAsync(patience.Token);
                if (_leavesWith is not null)
                    Pack();
            }
            catch (Exception exception)
            {
                // An end cannot be refused: it is told and goes on. What did not end well is not carried on either.
                _runtime.LogDeactivationFailed(GrainId, exception);
                _leavesWith = null;
            }
        }
        await DisposeAsync();
        Vacate();
        _ended.TrySetResult();
    }

    private async Task DisposeAsync()
    {
        DisposeTimers();
        try
        {
            if (_instance is IAsyncDisposable asyncDisposable)
                await asyncDisposable.DisposeAsync();
            else if (_instance is IDisposable disposable)
                disposable.Dispose();
            await _scope.DisposeAsync();
        }
        catch (Exception exception)
        {
            // An end cannot be refused: it is told and goes on.
            _runtime.LogDeactivationFailed(GrainId, exception);
        }
        _instance = null;
    }

    // Calls that came while this activation ended go, in order, to the next one, which takes its place before anyone can look. A migrating grain has a next one in any case.
    private void Vacate()
    {
        Activation? next = null;
        Message[] waiting;
        lock (_gate)
        {
            waiting = [.. (_calls.Surrender() ?? []).Where(m => !m.IsLocal)];
            if ((waiting.Length > 0 || _leavesWith is not null) && !_runtime.Directory.IsClosed)
                next = new(_runtime, _class, GrainId, _home, _leavesWith);
            foreach (var message in next is null ? [] : waiting)
                next!.TryEnqueue(message);
            _phase = Phase.Ended;
            _home.Replace(this, next);
        }
        if (next is not null)
            next.Start();
        else
            Array.ForEach(waiting, m => m.Reject(new SiloUnavailableException($"The silo has stopped; {GrainId} is not activated any more.")));
    }
}
