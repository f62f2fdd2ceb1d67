namespace Grainline.Journal.Postgres.Writing;

/// <summary>One write on its way through a writer. Whoever finishes it first decides its outcome.</summary>
internal abstract class PendingWrite(string stream, CancellationToken cancellation)
{
    public string Stream => stream;

    public CancellationToken Cancellation => cancellation;

    /// <summary>What it adds to a group's limits; a write without entries counts as one.</summary>
    public virtual int Weight => 1;

    public virtual long Bytes => 64;

    /// <summary>Tells the caller that it was not acknowledged.</summary>
    public abstract void Fail(Exception failure);
}

internal abstract class PendingWrite<TResult>(string stream, CancellationToken cancellation) : PendingWrite(stream, cancellation)
{
    // Callers go on elsewhere: the writer has the next group to send.
    private readonly TaskCompletionSource<TResult> _caller = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TResult> Outcome => _caller.Task;

    public void Complete(TResult result) => _caller.TrySetResult(result);

    public override void Fail(Exception failure)
    {
        if (failure is OperationCanceledException cancelled) _caller.TrySetCanceled(cancelled.CancellationToken);
        else _caller.TrySetException(failure);
    }
}

internal sealed class PendingOpen(string stream, CancellationToken cancellation) : PendingWrite<StreamHead>(stream, cancellation);

internal sealed class PendingAppend(string stream, long epoch, long head, IReadOnlyList<NewEntry> entries, long bytes, CancellationToken cancellation)
    : PendingWrite<long>(stream, cancellation)
{
    public long Epoch => epoch;

    public long Head => head;

    // A copy: callers that pipeline may reuse their list as soon as the call has returned.
    public IReadOnlyList<NewEntry> Entries { get; } = [.. entries];

    public override int Weight => Entries.Count;

    public override long Bytes => bytes;
}
