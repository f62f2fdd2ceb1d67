using Npgsql;

namespace Grainline.Journal.Tests.Postgres;

/// <summary>An append that is sent but not committed yet, as by a process that is slow or dies at that moment.</summary>
internal sealed class OpenTransaction : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private OpenTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    public static async Task<OpenTransaction> AppendAsync(NpgsqlConnection connection, string stream, long epoch, long head, string text)
    {
        var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var append = new NpgsqlCommand(
            "SELECT accepted[1] FROM append_entries(ARRAY[$1], ARRAY[$2], ARRAY[$3], ARRAY[1], ARRAY[1], ARRAY[1], ARRAY[now()], ARRAY['Noted'], ARRAY[NULL::text], ARRAY[convert_to($4, 'UTF8')])", connection)
        {
            Parameters = { new() { Value = stream }, new() { Value = epoch }, new() { Value = head }, new() { Value = text } },
        };
        Assert.Equal(true, await append.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        return new(connection, transaction);
    }

    public async Task CommitAsync() => await _transaction.CommitAsync(TestContext.Current.CancellationToken);

    /// <summary>Undone, unless it was committed.</summary>
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
