
namespace Grainline.Journal.Sqlite.ReadModels;

/// <summary>One read model's part of <c>views.db</c>.</summary>
internal abstract class SqliteRows(ViewsFile file) : ICheckpointStore
{
    protected Turn Writes => file.Writes;

    protected Turn Reads => file.Reads;

    public ValueTask<long> ReadAsync(string projection, CancellationToken cancellationToken = default) => Writes.Take(database =>
    {
        using var select = database.Prepare("SELECT position FROM checkpoint WHERE projection = ?1").Bind(1, projection);
        return select.Step() ? select.Int64(0) : 0;
    }, cancellationToken);

    public async ValueTask WriteAsync(string projection, long position, CancellationToken cancellationToken = default) => await Writes.Take(database =>
    {
        using var write = database.Prepare("INSERT OR REPLACE INTO checkpoint VALUES (?1, ?2)").Bind(1, projection).Bind(2, position);
        write.Run();
        return true;
    }, cancellationToken);

    /// <summary>All or nothing.</summary>
    protected async ValueTask Write(Action<SqliteDatabase> write, CancellationToken cancellationToken) => await Writes.Take(database =>
    {
        database.Execute("BEGIN IMMEDIATE");
        try
        {
            write(database);
            database.Execute("COMMIT");
        }
        finally
        {
            database.TryRollBack();
        }

        return true;
    }, cancellationToken);
}
