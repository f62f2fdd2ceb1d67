using Grainline.Runtime.Calls;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Runtime.Observers;

/// <summary>
/// One observer object, held weakly. Its calls run on the thread pool, one after the other. Calls to an object that is gone are dropped,
/// as Orleans drops them: a caller that waits for an answer gets a <see cref="TimeoutException"/>.
/// </summary>
internal sealed class ObserverTarget(GrainRuntime runtime, GrainId id, object? observer) : CallTarget, IThreadPoolWorkItem
{
    private readonly Queue<Message> _waiting = new();
    private readonly WeakReference _observer = new(observer);
    private bool _busy;

    public override GrainId GrainId => id;

    public override GrainReference GrainReference => runtime.References.Create(typeof(IAddressable), id);

    public override object? GrainInstance => _observer.Target;

    public override IServiceProvider ActivationServices => runtime.Services;

    public override Task Deactivated => Task.CompletedTask;

    public override void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default) => runtime.Observers.Remove(id);

    internal void Forget() => _observer.Target = null;

    internal override bool TryRunInline(Message message) => false;

    internal override bool TryEnqueue(Message message)
    {
        message.Target = this;
        if (_observer.Target is null)
        {
            runtime.Observers.Remove(id);
            runtime.LogObserverGone(id);
            return true;
        }
        if (message.IsAlwaysInterleave)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static m => m.Run(), message, preferLocal: false);
            return true;
        }
        lock (_waiting)
        {
            _waiting.Enqueue(message);
            if (_busy)
                return true;
            _busy = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
        return true;
    }

    internal override void Post(ITurn turn) => _ = Task.Run(turn.Run);

    internal override object GetReceiver() => _observer.Target ?? throw new OrleansMessageRejectionException($"The object of observer {id} is gone.");

    internal override void Completed(Message message, Exception? failure)
    {
        if (message.IsAlwaysInterleave)
            return;
        lock (_waiting)
        {
            if (_waiting.Count == 0)
            {
                _busy = false;
                return;
            }
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    void IThreadPoolWorkItem.Execute()
    {
        Message next;
        lock (_waiting)
            next = _waiting.Dequeue();
        next.Run();
    }
}
