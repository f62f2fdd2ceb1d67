using Npgsql;

namespace Grainline.Journal.Postgres;

/// <summary>What PostgreSQL and the way to it can say, in the journal's words.</summary>
internal static class PostgresFailure
{
    /// <summary>A new exception on each call: several callers may throw it at the same time.</summary>
    public static JournalException Translate(NpgsqlException failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.InsufficientResources } => new JournalFullException("The database's disk is full.", failure),
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } => new JournalCorruptException("The database is damaged; restore it from a backup.", failure),
        PostgresException answer => new JournalUnavailableException($"The database refused: {answer.MessageText} ({answer.SqlState}).", failure),
        _ => new JournalUnavailableException($"The database cannot be reached: {failure.Message}", failure),
    };

    /// <summary>True when the database has surely done nothing of it, so that the same may be tried again at once.</summary>
    public static bool IsRolledBack(NpgsqlException failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };
}
