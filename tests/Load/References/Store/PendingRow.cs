namespace Grainline.Load.References;

/// <summary>A message that waits for its commit.</summary>
internal sealed class PendingRow(PostRequest post, long seq, string author, DateTimeOffset at)
{
    // Whoever waits goes on elsewhere: the writer begins the next commit meanwhile.
    private readonly TaskCompletionSource _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PostRequest Post => post;

    public long Seq => seq;

    public string Author => author;

    public DateTimeOffset At => at;

    public Task Committed => _committed.Task;

    public void Commit() => _committed.SetResult();

    public void Fail(Exception reason) => _committed.SetException(reason);
}
