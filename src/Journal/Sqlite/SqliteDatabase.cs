using SQLitePCL;

namespace Grainline.Journal.Sqlite;

/// <summary>One connection, used by one thread at a time.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    // Checkpoints are made by the writer alone, at moments of its choosing.
    private const string Settings = "PRAGMA foreign_keys=OFF; PRAGMA wal_autocheckpoint=0;";

    private const int StepsBetweenLooks = 2_000;

    private readonly sqlite3 _handle;

    static SqliteDatabase() => Batteries_V2.Init();

    private SqliteDatabase(string path, int flags, TimeSpan busyTimeout)
    {
        var code = raw.sqlite3_open_v2(path, out _handle, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        try
        {
            Check(code);
            raw.sqlite3_extended_result_codes(_handle, 1);
            BusyTimeout(busyTimeout);
            Execute(Settings);
        }
        catch
        {
            _handle.Dispose();
            throw;
        }
    }

    private bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    public static SqliteDatabase OpenWriter(string path, TimeSpan busyTimeout) =>
        new(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, busyTimeout);

    public static SqliteDatabase OpenReader(string path, TimeSpan busyTimeout) => new(path, raw.SQLITE_OPEN_READONLY, busyTimeout);

    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    public SqliteStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return new SqliteStatement(this, statement);
    }

    /// <summary>The first column of the first row, or 0 when there is no row.</summary>
    public long Scalar(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    /// <summary>Pages written to the log since the last call.</summary>
    public int TakePagesWritten()
    {
        Check(raw.sqlite3_db_status(_handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, 1));
        return written;
    }

    /// <summary>Folds the log into the file as far as readers and locks permit; returns the log's length in pages, 0 when it starts afresh.</summary>
    public int Checkpoint(int mode)
    {
        var code = raw.sqlite3_wal_checkpoint_v2(_handle, "main", mode, out var logged, out var folded);
        if ((code & 0xff) != raw.SQLITE_BUSY) Check(code);
        var startsAfresh = code == raw.SQLITE_OK && mode != raw.SQLITE_CHECKPOINT_PASSIVE && logged == folded;
        return startsAfresh ? 0 : Math.Max(0, logged);
    }

    /// <summary>Statements are given up (<see cref="SqliteException"/> of code INTERRUPT) once this says so; null lets them run on.</summary>
    public void GiveUpWhen(Func<bool>? tooLate) =>
        raw.sqlite3_progress_handler(_handle, tooLate is null ? 0 : StepsBetweenLooks, tooLate is null ? null : _ => tooLate() ? 1 : 0, null);

    public void BusyTimeout(TimeSpan timeout) => Check(raw.sqlite3_busy_timeout(_handle, (int)timeout.TotalMilliseconds));

    /// <summary>Undoes a transaction if there is one. False when even that failed; the next attempt may succeed.</summary>
    public bool TryRollBack() => !InTransaction || raw.sqlite3_exec(_handle, "ROLLBACK") == raw.SQLITE_OK;

    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW)) throw new SqliteException(code, raw.sqlite3_errmsg(_handle).utf8_to_string());
    }

    public void Dispose() => _handle.Dispose();
}
