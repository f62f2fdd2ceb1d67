namespace Grainline.Journal.Sqlite;

/// <summary>Rare, so not pooled.</summary>
internal abstract class NodeLeaseOperation<TResult> : WriteOperation<TResult>
{
    public override long Bytes => 64;

    protected override void Recycle()
    {
    }
}

internal sealed class AcquireNode(string owner, DateTimeOffset until, DateTimeOffset endedBefore, long highestMark) : NodeLeaseOperation<NodeLease>
{
    public override void Execute(WriteSession session)
    {
        if (session.Nodes.Acquire(owner, until, endedBefore, highestMark) is { } lease) Accept(lease);
        else Refuse(new NoNodeNumberException());
    }
}

internal sealed class RenewNode(NodeLease lease) : NodeLeaseOperation<bool>
{
    public override void Execute(WriteSession session)
    {
        if (session.Nodes.Renew(lease)) Accept(true);
        else Refuse(new NodeLeaseLostException(lease.Node, lease.Owner));
    }
}

internal sealed class ReleaseNode(NodeLease lease) : NodeLeaseOperation<bool>
{
    public override void Execute(WriteSession session)
    {
        session.Nodes.Release(lease);
        Accept(true);
    }
}
