using Grainline.Runtime;
using Grainline.Runtime.Calls;

namespace Orleans.Runtime;

/// <summary>The address of a grain or observer. Emitted subclasses implement the interfaces; equality is by identity.</summary>
public abstract class GrainReference : IAddressable, IEquatable<GrainReference>
{
    private CallTarget? _target;

    public GrainId GrainId { get; private set; }

    internal GrainRuntime Runtime { get; private set; } = null!;

    public bool Equals(GrainReference? other) => other is not null && GrainId.Equals(other.GrainId);

    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    public override int GetHashCode() => GrainId.GetHashCode();

    public sealed override string ToString() => $"GrainReference:{GrainId}";

    public static bool operator ==(GrainReference? reference1, GrainReference? reference2) => reference1?.Equals(reference2) ?? reference2 is null;

    public static bool operator !=(GrainReference? reference1, GrainReference? reference2) => !(reference1 == reference2);

    internal void Bind(GrainRuntime runtime, GrainId id)
    {
        Runtime = runtime;
        GrainId = id;
    }

    // The emitted methods end in one of these five, by return type.
    internal Task<T> CallTask<T>(Invocation<T> call) => Send(call).AsTask();

    internal ValueTask<T> CallValueTask<T>(Invocation<T> call) => Send(call);

    internal Task CallVoidTask(Invocation<Nothing> call) => Nothing.ToTask(Send(call));

    internal ValueTask CallVoidValueTask(Invocation<Nothing> call) => Nothing.ToValueTask(Send(call));

    internal void CallVoid(Invocation<Nothing> call) => Nothing.Forget(Send(call));

    private ValueTask<T> Send<T>(Invocation<T> call)
    {
        if (!call.Begin(Runtime, out var cancelled))
            return ValueTask.FromCanceled<T>(cancelled);
        while (true)
        {
            if ((_target ??= Runtime.Directory.Find(GrainId)) is not { } target)
                return call.Refuse(new SiloUnavailableException($"The silo has stopped; {GrainId} is not activated any more."));
            if (!call.IsOneWay && InlineTurn.IsAllowed && target.TryRunInline(call))
                return call.TakeInlineResult();
            call.BecomePending();
            if (target.TryEnqueue(call))
                return call.Pending;
            _target = null;
        }
    }
}
