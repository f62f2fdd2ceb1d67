
namespace Grainline.Journal.Sqlite.ReadModels;

/// <summary>
/// One read model's part of <c>views.db</c>, apart from the journal: rebuilding it never holds up a message, and deleting the file is safe.
/// One connection writes for the projection, one reads for requests; each serves one caller at a time.
/// </summary>
internal abstract class SqliteRows : ICheckpointStore, IDisposable
{
    // Losing the last moments in a power cut costs nothing but reading them again from the journal.
    private const string Settings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=1000;";
    private const string CheckpointTable = "CREATE TABLE IF NOT EXISTS checkpoint (projection TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;";

    protected SqliteRows(SqliteJournalOptions options, string schema)
    {
        Writes = new(() => Open(options, schema));
        Reads = new(() => Open(options, schema));
    }

    protected Turn Writes { get; }

    protected Turn Reads { get; }

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

    public void Dispose()
    {
        Reads.Dispose();
        Writes.Dispose();
    }

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

    private static SqliteDatabase Open(SqliteJournalOptions options, string schema)
    {
        Directory.CreateDirectory(options.Directory);
        var database = SqliteDatabase.OpenWriter(Path.Combine(options.Directory, "views.db"), options.BusyTimeout);
        database.Execute(Settings + CheckpointTable + schema);
        return database;
    }
}
