using SQLitePCL;

namespace Grainline.Journal.Sqlite;

/// <summary>The writing connection with its prepared statements and what it remembers of the file; used by the writer's thread alone.</summary>
internal sealed class WriteSession : IDisposable
{
    private static readonly TimeSpan PatienceWithStrangers = TimeSpan.FromMilliseconds(100);

    private readonly SqliteDatabase _database;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _writeCheckpoint;
    private readonly SqliteJournalOptions _options;
    private bool _mustReload;
    private int _writtenPages;
    private int _logPages;

    public WriteSession(SqliteDatabase database, SqliteJournalOptions options, NewestEntries newest)
    {
        _database = database;
        _options = options;
        database.Execute($"PRAGMA cache_size=-{options.CacheMegabytes * 1024}; PRAGMA journal_size_limit={4096L * 2 * options.CheckpointPages};");
        if (options.MaxPages > 0) database.Execute($"PRAGMA max_page_count={options.MaxPages}");
        Streams = new StreamTable(database, options.CachedStreams);
        Entries = new EntryTable(database, newest);
        States = new StateTable(database);
        Nodes = new NodeLeaseTable(database);
        _begin = database.Prepare("BEGIN IMMEDIATE");
        _commit = database.Prepare("COMMIT");
        _writeCheckpoint = database.Prepare(
            "INSERT INTO checkpoint (projection, position) VALUES (?1, ?2) ON CONFLICT (projection) DO UPDATE SET position = excluded.position");
    }

    public StreamTable Streams { get; }

    public EntryTable Entries { get; }

    public StateTable States { get; }

    public NodeLeaseTable Nodes { get; }

    public void WriteCheckpoint(string projection, long position) => _writeCheckpoint.Bind(1, projection).Bind(2, position).Run();

    public void Begin()
    {
        if (!_database.TryRollBack()) throw new SqliteException(raw.SQLITE_IOERR, "the failed transaction cannot be rolled back");
        _begin.Run();
        if (!_mustReload) return;
        Streams.Reload();
        Entries.Reload();
        _mustReload = false;
    }

    public void Commit()
    {
        Entries.FileWhenDue();
        _commit.Run();
    }

    /// <summary>Undoes the transaction, if SQLite has not already done so. What was remembered of it is read again by the next one.</summary>
    public void RollBack()
    {
        _mustReload = true;
        _database.TryRollBack();
    }

    /// <summary>
    /// Folds the log into the file when enough was written. Called between groups. Normally it works around readers; when they have
    /// kept the log from starting afresh for so long that it is four times its measure, they are held back for a moment.
    /// </summary>
    public void FoldLog(ReadPool readers)
    {
        _writtenPages += _database.TakePagesWritten();
        if (_writtenPages < _options.CheckpointPages) return;
        if (_logPages + _writtenPages < 4 * _options.CheckpointPages)
        {
            _logPages = _database.Checkpoint(raw.SQLITE_CHECKPOINT_PASSIVE);
        }
        else
        {
            // A reader of another program, such as a backup, gets little patience.
            _database.BusyTimeout(PatienceWithStrangers);
            readers.WhileNobodyReads(() => _logPages = _database.Checkpoint(raw.SQLITE_CHECKPOINT_RESTART));
            _database.BusyTimeout(_options.BusyTimeout);
        }
        _writtenPages = 0;
    }

    /// <summary>Folds all of the log and empties it; the connections of readers must be closed.</summary>
    public void EmptyLog() => _database.Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE);

    public void Dispose()
    {
        Streams.Dispose();
        Entries.Dispose();
        States.Dispose();
        Nodes.Dispose();
        _begin.Dispose();
        _commit.Dispose();
        _writeCheckpoint.Dispose();
        _database.Dispose();
    }
}
