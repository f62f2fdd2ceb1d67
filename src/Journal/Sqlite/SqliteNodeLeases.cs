namespace Grainline.Journal.Sqlite;

internal sealed class SqliteNodeLeases(SqliteStore store) : INodeLeases
{
    public ValueTask<NodeLease> AcquireAsync(
        string owner, DateTimeOffset until, DateTimeOffset endedBefore, long highestMark, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(owner);
        return store.Engine.Queue.EnqueueAsync(new AcquireNode(owner, until, endedBefore, highestMark), cancellationToken);
    }

    public async ValueTask RenewAsync(NodeLease lease, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(lease.Owner);
        await store.Engine.Queue.EnqueueAsync(new RenewNode(lease), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask ReleaseAsync(NodeLease lease, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(lease.Owner);
        await store.Engine.Queue.EnqueueAsync(new ReleaseNode(lease), cancellationToken).ConfigureAwait(false);
    }
}
