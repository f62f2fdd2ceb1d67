using Microsoft.Extensions.Logging;

namespace Grainline.Journal.Sqlite;

/// <summary>What exists only while the folder is open: its lock, the writer with its thread and queue, the readers.</summary>
internal sealed partial class SqliteEngine : IDisposable
{
    private readonly FolderLock _lock;
    private readonly WriteSession _session;
    private readonly ILogger _logger;
    private readonly Thread _thread;

    private SqliteEngine(FolderLock folder, string path, WriteSession session, NewestEntries newest, SqliteJournalOptions options, TimeProvider time, ILogger logger)
    {
        _lock = folder;
        _session = session;
        _logger = logger;
        Queue = new WriteQueue(options, time);
        Readers = new ReadPool(path, options);
        Newest = newest;
        Growth.Advance(session.Entries.Position);
        var writer = new JournalWriter(Queue, session, Readers, Growth, options, logger);
        _thread = new Thread(writer.Run) { Name = "journal writer", IsBackground = true };
        _thread.Start();
    }

    public WriteQueue Queue { get; }

    public ReadPool Readers { get; }

    public NewestEntries Newest { get; }

    public GrowthSignal Growth { get; } = new();

    public static SqliteEngine Start(SqliteJournalOptions options, TimeProvider time, ILogger logger)
    {
        var path = Path.Combine(options.Directory, "journal.db");
        var folder = FolderLock.Take(options.Directory);
        SqliteDatabase? database = null;
        try
        {
            database = SqliteDatabase.OpenWriter(path, options.BusyTimeout);
            SqliteSchema.Prepare(database, path);
            var newest = new NewestEntries();
            return new SqliteEngine(folder, path, new WriteSession(database, options, newest), newest, options, time, logger);
        }
        catch (Exception failure)
        {
            database?.Dispose();
            folder.Dispose();
            if (failure is SqliteException sqlite) throw sqlite.Translate();
            throw;
        }
    }

    public void Dispose()
    {
        Queue.Close();
        _thread.Join();
        // The readers first: the last connection to close removes the emptied log.
        Readers.Dispose();
        try
        {
            _session.EmptyLog();
        }
        catch (SqliteException failure)
        {
            // Nothing is lost: the next opening folds it.
            LogNotFolded(failure);
        }
        finally
        {
            _session.Dispose();
            _lock.Dispose();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The write-ahead log could not be folded into the file at the end")]
    private partial void LogNotFolded(SqliteException failure);
}
