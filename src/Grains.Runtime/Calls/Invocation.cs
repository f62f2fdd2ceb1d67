using System.Diagnostics;
using System.Reflection;
using Grainline.Runtime.Activations;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Grainline.Runtime.Calls;

/// <summary>One call under way. Emitted subclasses hold the arguments in typed fields.</summary>
internal abstract class Invocation : Message, IInvokable
{
    // Links of the list of pending calls with the same timeout.
    internal Invocation? Previous, Next;
    internal CallTimeouts.Lane? Lane;
    internal long Deadline;

    private Dictionary<string, object>? _context;
    private Activity? _activity;
    private CancellationTokenSource? _cancellation;
    private CancellationTokenRegistration _callerCancelled;

    protected Invocation(InvocationMethod method)
    {
        Method = method;
        IsReadOnly = method.IsReadOnly;
        IsAlwaysInterleave = method.IsAlwaysInterleave;
        IsOneWay = method.IsOneWay;
    }

    internal InvocationMethod Method { get; }

    internal bool IsOneWay { get; }

    internal GrainRuntime Runtime { get; private set; } = null!;

    /// <summary>The calling activation; known only where a filter may ask for it.</summary>
    internal IGrainContext? Caller { get; private set; }

    /// <summary>The object that is called, while it is called.</summary>
    internal object? Receiver { get; private protected set; }

    /// <summary>Prepares a call; false if its token was cancelled before.</summary>
    internal bool Begin(GrainRuntime runtime, out CancellationToken cancelled)
    {
        Runtime = runtime;
        _context = RequestContext.Export();
        cancelled = default;
        _activity = Activity.Current;
        if (runtime.Filters.WantsCaller)
            Caller = ActivationScheduler.Current?.Owner;
        if (!Method.IsCancellable)
            return true;
        cancelled = GetCancellationToken();
        if (cancelled.IsCancellationRequested)
            return false;
        // The callee's token is its own: it also fires when the caller stops waiting, and always in a turn of the callee.
        _cancellation = new();
        SetCancellationToken(_cancellation.Token);
        if (!IsOneWay && cancelled.CanBeCanceled)
            _callerCancelled = cancelled.UnsafeRegister(static (call, token) => ((Invocation)call!).Cancel(token), this);
        return true;
    }

    /// <summary>Gives the turn what travels with a call: the request context and the activity that traces it. Nothing else of the caller does.</summary>
    protected void EnterContext()
    {
        RequestContext.Import(_context);
        if (_activity is not null)
            Activity.Current = _activity;
    }

    internal abstract void Expire(TimeSpan timeout);

    protected abstract void Cancel(CancellationToken token);

    protected void SignalCancellation()
    {
        if (_cancellation is not { } cancellation)
            return;
        if (Target is { } target)
            target.Post(new DelegateTurn(cancellation.Cancel));
        else
            cancellation.Cancel();
    }

    /// <summary>Lets go of everything that outlives the call.</summary>
    protected void Release()
    {
        Lane?.Remove(this);
        if (_cancellation is null)
            return;
        _callerCancelled.Dispose();
        _cancellation = null;
    }

    protected void Recycle()
    {
        // A late cancellation must not meet the next call in the same object.
        if (Method.IsCancellable)
            return;
        _context = null;
        Receiver = null;
        Target = null!;
        Caller = null;
        _activity = null;
        ReturnToPool();
    }

    public abstract int GetArgumentCount();

    public abstract object? GetArgument(int index);

    public abstract void SetArgument(int index, object value);

    public virtual CancellationToken GetCancellationToken() => default;

    public virtual void SetCancellationToken(CancellationToken token) { }

    /// <summary>Clears the arguments and gives the object back to its pool.</summary>
    public abstract void ReturnToPool();

    object? IInvokable.GetTarget() => Receiver;

    string IInvokable.GetMethodName() => Method.Method.Name;

    string IInvokable.GetInterfaceName() => Method.InterfaceType.Name;

    Type IInvokable.GetInterfaceType() => Method.InterfaceType;

    MethodInfo IInvokable.GetMethod() => Method.Method;

    TimeSpan? IInvokable.GetDefaultResponseTimeout() => Method.ResponseTimeout;
}
