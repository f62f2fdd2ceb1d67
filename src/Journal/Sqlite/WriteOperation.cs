using System.Threading.Tasks.Sources;

namespace Grainline.Journal.Sqlite;

/// <summary>
/// One write on its way through the writer. It is executed inside the group's transaction, keeps its outcome, and publishes it only after
/// the commit. Objects are reused: nobody may touch one after <see cref="Complete"/> or <see cref="Fail"/>.
/// </summary>
internal abstract class WriteOperation
{
    public CancellationToken Cancellation { get; set; }

    /// <summary>What it adds to a group's limits; an operation without entries counts as one.</summary>
    public virtual int Entries => 1;

    public abstract long Bytes { get; }

    /// <summary>Runs in the group's transaction. A refusal leaves the transaction as it was.</summary>
    public abstract void Execute(WriteSession session);

    /// <summary>Tells the caller the outcome, now that it is durable.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that nothing of it was written, whatever the outcome would have been.</summary>
    public abstract void Fail(Exception failure);
}

internal abstract class WriteOperation<TResult> : WriteOperation, IValueTaskSource<TResult>
{
    // Callers continue on the thread that answers their group, one after the other; it is never the writer's.
    private ManualResetValueTaskSourceCore<TResult> _caller;
    private TResult? _result;
    private JournalException? _refusal;

    public ValueTask<TResult> Outcome => new(this, _caller.Version);

    public override void Complete()
    {
        if (_refusal is null) _caller.SetResult(_result!);
        else _caller.SetException(_refusal);
    }

    public override void Fail(Exception failure) => _caller.SetException(failure);

    public TResult GetResult(short token)
    {
        try
        {
            return _caller.GetResult(token);
        }
        finally
        {
            Release();
        }
    }

    public ValueTaskSourceStatus GetStatus(short token) => _caller.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _caller.OnCompleted(continuation, state, token, flags);

    /// <summary>Makes the object ready for its next use; also called when it never reached the writer.</summary>
    public void Release()
    {
        _caller.Reset();
        _result = default;
        _refusal = null;
        Cancellation = default;
        Recycle();
    }

    protected void Accept(TResult result) => _result = result;

    protected void Refuse(JournalException refusal) => _refusal = refusal;

    /// <summary>Drops what it holds and goes back to its pool.</summary>
    protected abstract void Recycle();
}
