namespace Grainline.Runtime.Calls;

/// <summary>A call with its typed outcome: kept inline if it was there at once, else a promise.</summary>
internal abstract class Invocation<TResult>(InvocationMethod method) : Invocation(method)
{
    private TaskCompletionSource<TResult>? _promise;
    private ValueTask<TResult> _inlineResult;

    /// <summary>Calls the method on its receiver with the arguments held.</summary>
    public abstract ValueTask<TResult> Call(object receiver);

    internal ValueTask<TResult> Pending => _promise is null ? default : new(_promise.Task);

    private bool IsAbandoned => _promise is { Task.IsCompleted: true };

    internal void BecomePending()
    {
        if (IsOneWay || _promise is not null)
            return;
        Promise();
        Runtime.Timeouts.Track(this);
    }

    /// <summary>Ends a call that found no target.</summary>
    internal ValueTask<TResult> Refuse(Exception exception)
    {
        Reject(exception);
        return IsOneWay ? default : new(Promise().Task);
    }

    /// <summary>After an inline turn: the outcome, or the promise of it.</summary>
    internal ValueTask<TResult> TakeInlineResult()
    {
        if (_promise is not null)
            return Pending;
        var result = _inlineResult;
        _inlineResult = default;
        Recycle();
        return result;
    }

    public sealed override void Run()
    {
        if (IsAbandoned)
        {
            Release();
            Target.Completed(this, null);
            return;
        }
        ValueTask<TResult> result;
        try
        {
            EnterContext();
            Receiver = Target.GetReceiver();
            result = Runtime.Filters.Applies(Receiver) ? CallFiltered() : Call(Receiver);
        }
        catch (Exception exception)
        {
            // Whatever the grain throws is the call's outcome.
            Fail(exception);
            return;
        }
        if (result.IsCompletedSuccessfully && _promise is null && !IsOneWay)
        {
            _inlineResult = result;
            Release();
            Target.Completed(this, null);
        }
        else if (result.IsCompletedSuccessfully)
        {
            Succeed(result.Result);
        }
        else
        {
            BecomePending();
            _ = Await(result);
        }
    }

    internal override void Reject(Exception exception)
    {
        Release();
        if (IsOneWay)
            Runtime.LogLost(this, exception);
        else
            Promise().TrySetException(exception);
    }

    internal override void Expire(TimeSpan timeout)
    {
        if (_promise!.TrySetException(new TimeoutException($"Response did not arrive on time in {timeout} for call {Method} to {Target?.GrainId}.")))
            SignalCancellation();
    }

    protected override void Cancel(CancellationToken token)
    {
        if (Promise().TrySetCanceled(token))
            SignalCancellation();
    }

    private async Task Await(ValueTask<TResult> result)
    {
        TResult value;
        try
        {
            value = await result;
        }
        catch (Exception exception)
        {
            // Whatever the grain throws is the call's outcome.
            Fail(exception);
            return;
        }
        Succeed(value);
    }

    private async ValueTask<TResult> CallFiltered()
    {
        var call = new IncomingCall(this, Target, Runtime.Filters, async () => await Call(Receiver!));
        await call.Invoke();
        return call.Result is TResult result ? result : default!;
    }

    private void Succeed(TResult value)
    {
        Release();
        Target.Completed(this, null);
        _promise?.TrySetResult(value);
    }

    // The activation learns of a failure first: an inconsistent one is on its way out before the caller can call again.
    private void Fail(Exception exception)
    {
        Release();
        Target.Completed(this, exception);
        if (IsOneWay)
        {
            Runtime.LogOneWayFailure(this, exception);
            return;
        }
        Promise().TrySetException(exception);
    }

    // A cancellation may race with the turn to be the first who needs it.
    private TaskCompletionSource<TResult> Promise()
    {
        if (_promise is null)
            Interlocked.CompareExchange(ref _promise, new(TaskCreationOptions.RunContinuationsAsynchronously), null);
        return _promise;
    }
}
