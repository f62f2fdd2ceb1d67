using SQLitePCL;

namespace Grainline.Journal.Sqlite;

/// <summary>A result code of SQLite that is not success; leaves this folder only as the <see cref="JournalException"/> that it translates to.</summary>
internal sealed class SqliteException(int code, string message) : Exception($"SQLite {code}: {message}")
{
    public int Code => code;

    public int PrimaryCode => code & 0xff;

    public bool IsGivenUp => PrimaryCode == raw.SQLITE_INTERRUPT;

    /// <summary>A new exception on each call: several callers may throw it at the same time.</summary>
    public JournalException Translate() => PrimaryCode switch
    {
        raw.SQLITE_FULL => new JournalFullException("The journal's disk or quota is full; nothing was written.", this),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new JournalCorruptException("The journal's file is damaged; restore it from a backup.", this),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new JournalUnavailableException("The journal's file is locked by another program.", this),
        _ => new JournalUnavailableException("The journal's file cannot be read or written.", this),
    };
}
