using Npgsql;

namespace Grainline.Journal.Postgres.ReadModels;

/// <summary>Several statements in one round trip and one transaction.</summary>
internal static class PostgresQuestions
{
    /// <summary>
    /// Comes before questions whose best plan depends on what is asked for: a plan for any values would serve a rare tag like a common one. And compiling takes longer than these questions do. It
    /// holds for the batch, which is one transaction.
    /// </summary>
    private const string PlanAnew = "SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)";

    /// <summary>The rows that each statement gives, planned for its values.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<T>>> Planned<T>(
        this NpgsqlConnection connection, IEnumerable<NpgsqlBatchCommand> commands, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken) =>
        [.. (await connection.Each([new(PlanAnew), .. commands], (row, statement) => statement == 0 ? default! : read(row), cancellationToken)).Skip(1)];

    /// <summary>The rows that each statement gives, in their order.</summary>
    /// <param name="read">Gets the row and the number of its statement.</param>
    public static async Task<IReadOnlyList<IReadOnlyList<T>>> Each<T>(
        this NpgsqlConnection connection, IEnumerable<NpgsqlBatchCommand> commands, Func<NpgsqlDataReader, int, T> read, CancellationToken cancellationToken)
    {
        await using var batch = Batch(connection, commands);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var results = new List<IReadOnlyList<T>>();
        do
        {
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellationToken))
                rows.Add(read(reader, results.Count));
            results.Add(rows);
        }
        while (await reader.NextResultAsync(cancellationToken));
        return results;
    }

    public static async Task<IReadOnlyList<T>> All<T>(
        this NpgsqlConnection connection, NpgsqlBatchCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken) =>
        (await connection.Each([command], (row, _) => read(row), cancellationToken))[0];

    public static async Task Run(this NpgsqlConnection connection, IEnumerable<NpgsqlBatchCommand> commands, CancellationToken cancellationToken)
    {
        await using var batch = Batch(connection, commands);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public static string? TextOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static byte[] Bytes(this NpgsqlDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static DateTimeOffset Instant(this NpgsqlDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static NpgsqlBatch Batch(NpgsqlConnection connection, IEnumerable<NpgsqlBatchCommand> commands)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        return batch;
    }
}
