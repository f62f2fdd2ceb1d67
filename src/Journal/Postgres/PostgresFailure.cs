using System.Net.Sockets;
using Npgsql;

namespace Grainline.Journal.Postgres;

/// <summary>What PostgreSQL and the way to it can say, in the journal's words.</summary>
internal static class PostgresFailure
{
    /// <summary>True for what the database or the way to it did; anything else is a defect of ours.</summary>
    public static bool IsOne(Exception failure) => failure is NpgsqlException or TimeoutException or IOException or SocketException;

    /// <summary>A new exception on each call: several callers may throw it at the same time.</summary>
    public static JournalException Translate(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory } => new JournalFullException("The database has no room left; nothing was written.", failure),
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } => new JournalCorruptException("The database is damaged; restore it from a backup.", failure),
        PostgresException answer => new JournalUnavailableException($"The database refused: {answer.MessageText} ({answer.SqlState}).", failure),
        _ => new JournalUnavailableException($"The database cannot be reached: {failure.Message}", failure),
    };

    /// <summary>True when the database has told that it did nothing of it. A connection that ends, with or without a word, leaves that open.</summary>
    public static bool IsRolledBack(Exception failure) => failure is PostgresException { InvariantSeverity: "ERROR" };

    /// <summary>Two transactions waited for each other and this one gave way: the same may be tried again at once.</summary>
    public static bool GaveWay(Exception failure) => failure is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    public static bool IsDuplicate(Exception failure) => failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
