using Orleans;
using Orleans.Runtime;

namespace Grainline.Runtime.Calls;

/// <summary>What a reference leads to: an activation, a group of stateless workers or an observer object.</summary>
internal abstract class CallTarget : IGrainContext
{
    public abstract GrainId GrainId { get; }

    public abstract GrainReference GrainReference { get; }

    public abstract object? GrainInstance { get; }

    public abstract IServiceProvider ActivationServices { get; }

    public abstract Task Deactivated { get; }

    public abstract void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);

    /// <summary>Only single activations migrate; asking others is no fault and has no effect.</summary>
    public virtual void Migrate(Dictionary<string, object>? requestContext, CancellationToken cancellationToken = default)
    {
    }

    /// <summary>Runs the call on this thread if nothing else runs or waits; false if it has to queue.</summary>
    internal abstract bool TryRunInline(Message message);

    /// <summary>Takes the message over; false if this target has ended and the caller must look for the next.</summary>
    internal abstract bool TryEnqueue(Message message);

    /// <summary>Runs something beside the calls, but as a turn.</summary>
    internal abstract void Post(ITurn turn);

    /// <summary>The object to call, at the start of a turn.</summary>
    internal abstract object GetReceiver();

    /// <summary>A message taken over has ended.</summary>
    internal abstract void Completed(Message message, Exception? failure);
}
