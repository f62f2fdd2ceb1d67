using Npgsql;
using static Grainline.Journal.Postgres.ReadModels.PostgresText;

namespace Grainline.Journal.Postgres.ReadModels;

/// <summary>One read model's tables. Its projection writes from one process at a time, everybody reads.</summary>
internal abstract class PostgresRows(NpgsqlDataSource source) : ICheckpointStore
{
    public virtual async ValueTask<long> ReadAsync(string projection, CancellationToken cancellationToken = default) =>
        (await All(Command("SELECT position FROM view_checkpoint WHERE projection = $1", projection), row => row.GetInt64(0), cancellationToken)).FirstOrDefault();

    public virtual ValueTask WriteAsync(string projection, long position, CancellationToken cancellationToken = default) => Write(
        [Command("INSERT INTO view_checkpoint VALUES ($1, $2) ON CONFLICT (projection) DO UPDATE SET position = EXCLUDED.position", projection, position)], cancellationToken);

    /// <summary>All or nothing.</summary>
    protected async ValueTask Write(IEnumerable<NpgsqlBatchCommand> commands, CancellationToken cancellationToken) => await Use(async connection =>
    {
        await connection.Run(commands, cancellationToken);
        return true;
    }, cancellationToken);

    protected ValueTask<IReadOnlyList<T>> All<T>(NpgsqlBatchCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken) =>
        Use(connection => connection.All(command, read, cancellationToken), cancellationToken);

    /// <summary>Does something with a connection of its own.</summary>
    /// <exception cref="JournalException">The database cannot be reached or refused.</exception>
    protected async ValueTask<T> Use<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await work(connection);
        }
        catch (NpgsqlException failure)
        {
            throw PostgresFailure.Translate(failure);
        }
    }
}
