using Grainline.Journal.ReadModels;

namespace Grainline.Journal.Sqlite.ReadModels;

/// <summary>
/// The list of conversations in <c>views.db</c>, apart from the journal: rebuilding it never holds up a message, and deleting the file is safe.
/// One connection writes for the projection, one reads for requests; each serves one caller at a time.
/// </summary>
internal sealed class SqliteConversationRows(SqliteJournalOptions options) : IConversationRows, IDisposable
{
    // Losing the last moments in a power cut costs nothing but reading them again from the journal.
    private const string Schema = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=1000;
        CREATE TABLE IF NOT EXISTS conversation (
          tenant TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, status TEXT NOT NULL, queue TEXT NOT NULL, assignee TEXT,
          last_at INTEGER NOT NULL, row BLOB NOT NULL, PRIMARY KEY (tenant, id)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS conversation_last ON conversation (tenant, last_at DESC, id DESC);
        CREATE INDEX IF NOT EXISTS conversation_assignee ON conversation (tenant, assignee, last_at DESC, id DESC);
        CREATE INDEX IF NOT EXISTS conversation_status ON conversation (tenant, status, last_at DESC, id DESC);
        CREATE TABLE IF NOT EXISTS checkpoint (projection TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;
        """;

    private const string Upsert = """
        INSERT INTO conversation (tenant, id, version, status, queue, assignee, last_at, row) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (tenant, id) DO UPDATE SET version = ?3, status = ?4, queue = ?5, assignee = ?6, last_at = ?7, row = ?8 WHERE version < ?3
        """;

    private readonly Turn _writes = new(() => Open(options, create: true));
    private readonly Turn _reads = new(() => Open(options, create: false));

    public ValueTask<long> ReadAsync(string projection, CancellationToken cancellationToken = default) => _writes.Take(database =>
    {
        using var select = database.Prepare("SELECT position FROM checkpoint WHERE projection = ?1").Bind(1, projection);
        return select.Step() ? select.Int64(0) : 0;
    }, cancellationToken);

    public async ValueTask WriteAsync(string projection, long position, CancellationToken cancellationToken = default) => await _writes.Take(database =>
    {
        using var write = database.Prepare("INSERT OR REPLACE INTO checkpoint VALUES (?1, ?2)").Bind(1, projection).Bind(2, position);
        write.Run();
        return true;
    }, cancellationToken);

    public ValueTask<StoredRow?> FindAsync(string tenant, string id, CancellationToken cancellationToken = default) => _writes.Take(database =>
    {
        using var select = database.Prepare($"SELECT {RowSql.Columns} FROM conversation WHERE tenant = ?1 AND id = ?2").Bind(1, tenant).Bind(2, id);
        return select.Step() ? RowSql.Read(select) : null;
    }, cancellationToken);

    public async ValueTask WriteAsync(IReadOnlyCollection<StoredRow> rows, CancellationToken cancellationToken = default) => await _writes.Take(database =>
    {
        database.Execute("BEGIN IMMEDIATE");
        try
        {
            using var upsert = database.Prepare(Upsert);
            foreach (var row in rows)
            {
                upsert.Bind(1, row.Tenant).Bind(2, row.Id).Bind(3, row.Version).Bind(4, row.Status).Bind(5, row.Queue).Bind(6, row.Assignee)
                    .Bind(7, row.LastAt.ToUnixTimeMilliseconds()).Bind(8, row.Json.Span).Run();
            }

            database.Execute("COMMIT");
        }
        finally
        {
            database.TryRollBack();
        }

        return true;
    }, cancellationToken);

    public ValueTask<IReadOnlyList<StoredRow>> ListAsync(RowQuery query, CancellationToken cancellationToken = default) =>
        _reads.Take(database => RowSql.List(database, query), cancellationToken);

    public void Dispose()
    {
        _reads.Dispose();
        _writes.Dispose();
    }

    private static SqliteDatabase Open(SqliteJournalOptions options, bool create)
    {
        Directory.CreateDirectory(options.Directory);
        var database = SqliteDatabase.OpenWriter(Path.Combine(options.Directory, "views.db"), options.BusyTimeout);
        if (create)
            database.Execute(Schema);
        return database;
    }
}
