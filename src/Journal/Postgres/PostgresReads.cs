using Npgsql;

namespace Grainline.Journal.Postgres;

/// <summary>Statements that may be repeated: what fails for want of a connection is tried again for a while, as after a restart of the database.</summary>
internal sealed class PostgresReads(NpgsqlDataSource source, PostgresOptions options, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async ValueTask<TResult> QueryAsync<TResult>(
        string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, CancellationToken, ValueTask<TResult>> read, CancellationToken cancellationToken)
    {
        for (var began = time.GetTimestamp(); ;)
        {
            try
            {
                await using var command = source.CreateCommand(sql);
                // A parameter belongs to one command.
                foreach (var parameter in parameters) command.Parameters.Add(parameter.Clone());
                await using var rows = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                return await read(rows, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (PostgresFailure.IsOne(failure))
            {
                if (PostgresFailure.IsRolledBack(failure) || time.GetElapsedTime(began) > options.QueueTimeout) throw PostgresFailure.Translate(failure);
            }
            // The rest of the pool has probably met the same end.
            source.Clear();
            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The first column of the first row, or null.</summary>
    public ValueTask<TResult?> ScalarAsync<TResult>(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
        where TResult : struct =>
        QueryAsync<TResult?>(sql, parameters, async (rows, stop) => await rows.ReadAsync(stop).ConfigureAwait(false) ? rows.GetFieldValue<TResult>(0) : null, cancellationToken);
}
