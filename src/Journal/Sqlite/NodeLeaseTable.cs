namespace Grainline.Journal.Sqlite;

/// <summary>Who holds which node number. Numbers are taken lowest first, so those that were never taken are above all rows.</summary>
internal sealed class NodeLeaseTable(SqliteDatabase database) : IDisposable
{
    private readonly SqliteStatement _free = database.Prepare(
        "SELECT node, mark FROM node_lease WHERE (owner IS NULL OR until < ?1) AND mark <= ?2 ORDER BY node LIMIT 1");

    private readonly SqliteStatement _used = database.Prepare("SELECT count(*) FROM node_lease");
    private readonly SqliteStatement _take = database.Prepare("INSERT OR REPLACE INTO node_lease (node, owner, until, mark) VALUES (?1, ?2, ?3, ?4)");
    private readonly SqliteStatement _owner = database.Prepare("SELECT 1 FROM node_lease WHERE node = ?1 AND owner = ?2");
    private readonly SqliteStatement _renew = database.Prepare("UPDATE node_lease SET until = ?2, mark = max(mark, ?3) WHERE node = ?1");
    private readonly SqliteStatement _release = database.Prepare("UPDATE node_lease SET owner = NULL, until = 0, mark = ?3 WHERE node = ?1 AND owner = ?2");

    /// <summary>Null when no number is free.</summary>
    public NodeLease? Acquire(string owner, DateTimeOffset until, DateTimeOffset endedBefore, long highestMark)
    {
        _free.Bind(1, endedBefore.ToUnixTimeMilliseconds()).Bind(2, highestMark);
        if ((First(_free, row => (Node: row.Int64(0), Mark: row.Int64(1))) ?? Unused(highestMark)) is not { } free)
            return null;
        _take.Bind(1, free.Node).Bind(2, owner).Bind(3, until.ToUnixTimeMilliseconds()).Bind(4, free.Mark).Run();
        return new((int)free.Node, owner, until, free.Mark);
    }

    /// <summary>False when the owner has lost it.</summary>
    public bool Renew(NodeLease lease)
    {
        if (First(_owner.Bind(1, lease.Node).Bind(2, lease.Owner), row => row.Int64(0)) is null)
            return false;
        _renew.Bind(1, lease.Node).Bind(2, lease.Until.ToUnixTimeMilliseconds()).Bind(3, lease.Mark).Run();
        return true;
    }

    public void Release(NodeLease lease) => _release.Bind(1, lease.Node).Bind(2, lease.Owner).Bind(3, lease.Mark).Run();

    public void Dispose()
    {
        _free.Dispose();
        _used.Dispose();
        _take.Dispose();
        _owner.Dispose();
        _renew.Dispose();
        _release.Dispose();
    }

    private (long Node, long Mark)? Unused(long highestMark) =>
        highestMark >= 0 && First(_used, row => row.Int64(0)) is { } next and < INodeLeases.Count ? (next, 0) : null;

    private static T? First<T>(SqliteStatement select, Func<SqliteStatement, T> read)
        where T : struct
    {
        try
        {
            return select.Step() ? read(select) : null;
        }
        finally
        {
            select.Reset();
        }
    }
}
