namespace Grainline.Journal.Sqlite;

/// <summary>The file's format. Step n brings version n to n+1; a published step is never changed, new ones are added at the end.</summary>
internal static class SqliteSchema
{
    /// <summary>Marks the file as ours: "Grln" in ASCII.</summary>
    public const int ApplicationId = 0x47726c6e;

    // Entries are appended at the end of one table; a table clustered by stream would dirty a page per row, and so would an index by stream. Where a stream's
    // entries are is filed later, many at a time (EntryTable), and so are client ids (ClientIdTable): the view knows both places. Times are milliseconds since 1970, UTC.
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE stream (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, epoch INTEGER NOT NULL, folded INTEGER NOT NULL);
        CREATE TABLE entry (
          position INTEGER PRIMARY KEY, stream_id INTEGER NOT NULL, seq INTEGER NOT NULL,
          at INTEGER NOT NULL, type TEXT NOT NULL, client_id TEXT, payload BLOB NOT NULL);
        CREATE UNIQUE INDEX entry_seq ON entry (stream_id, seq);
        CREATE TABLE known_client_id (stream_id INTEGER NOT NULL, hash INTEGER NOT NULL, seq INTEGER NOT NULL,
          PRIMARY KEY (stream_id, hash, seq)) WITHOUT ROWID;
        CREATE TABLE state (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, payload BLOB NOT NULL);
        CREATE UNIQUE INDEX state_key ON state (kind, key);
        CREATE TABLE checkpoint (projection TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE incarnation (number INTEGER NOT NULL);
        INSERT INTO incarnation VALUES (0);
        """,
        """
        CREATE TABLE entry_at (stream_id INTEGER NOT NULL, seq INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (stream_id, seq)) WITHOUT ROWID;
        INSERT INTO entry_at SELECT stream_id, seq, position FROM entry ORDER BY stream_id, seq;
        DROP INDEX entry_seq;
        CREATE TABLE filed (position INTEGER NOT NULL);
        INSERT INTO filed SELECT coalesce(max(position), 0) FROM entry;
        CREATE VIEW stream_entry AS
          SELECT entry_at.stream_id AS stream_id, entry_at.seq AS seq, entry.position AS position, entry.at AS at, entry.type AS type,
            entry.client_id AS client_id, entry.payload AS payload
          FROM entry_at CROSS JOIN entry ON entry.position = entry_at.position
          UNION ALL
          SELECT stream_id, seq, position, at, type, client_id, payload FROM entry WHERE position > (SELECT position FROM filed);
        """,
        """
        CREATE TABLE node_lease (node INTEGER PRIMARY KEY, owner TEXT, until INTEGER NOT NULL, mark INTEGER NOT NULL);
        """,
    ];

    public static int Version => Steps.Length;

    /// <summary>Brings the file to the current version, or refuses without touching it.</summary>
    /// <exception cref="JournalCorruptException">It is another program's file, or a newer version of this one wrote it.</exception>
    public static void Prepare(SqliteDatabase database, string path)
    {
        var version = database.Scalar("PRAGMA user_version");
        if (version > Version)
        {
            throw new JournalCorruptException(
                $"'{path}' has format {version}; this program knows formats up to {Version}. Start the newer program, or restore a backup from before the upgrade.");
        }
        var isEmpty = database.Scalar("SELECT count(*) FROM sqlite_master") == 0;
        if (!isEmpty && database.Scalar("PRAGMA application_id") != ApplicationId)
            throw new JournalCorruptException($"'{path}' is a SQLite file of another program.");

        UseLog(database, path);
        database.Execute("BEGIN IMMEDIATE");
        for (var step = (int)version; step < Version; step++) database.Execute(Steps[step]);
        if (version < Version) database.Execute($"PRAGMA application_id={ApplicationId}; PRAGMA user_version={Version};");
        // ETags are made of this number and a counter, so that none is ever used twice.
        database.Execute("UPDATE incarnation SET number = number + 1");
        database.Execute("COMMIT");
    }

    /// <summary>Readers beside the writer, and one flush to disk per commit.</summary>
    private static void UseLog(SqliteDatabase database, string path)
    {
        using (var mode = database.Prepare("PRAGMA journal_mode=WAL"))
        {
            if (!mode.Step() || mode.Text(0) != "wal")
                throw new JournalUnavailableException($"'{path}' cannot have a write-ahead log: the folder must be on a local disk.");
        }
        database.Execute("PRAGMA synchronous=FULL");
    }
}
