using Npgsql;
using NpgsqlTypes;

namespace Grainline.Load.References;

/// <summary>Many rows in one prepared statement: an array for each column.</summary>
internal sealed class InsertStatement : IAsyncDisposable
{
    private const string Text = """
        insert into messages (conversation, seq, client_message_id, author, body, at)
        select * from unnest($1, $2, $3, $4, $5, $6)
        """;

    private static readonly NpgsqlDbType[] Columns =
        [NpgsqlDbType.Text, NpgsqlDbType.Bigint, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.TimestampTz];

    private readonly NpgsqlCommand _command;

    public InsertStatement(NpgsqlConnection connection)
    {
        _command = new(Text, connection);
        foreach (var column in Columns)
            _command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | column });
    }

    public Task Prepare(CancellationToken cancellation) => _command.PrepareAsync(cancellation);

    public Task Execute(List<PendingRow> rows, CancellationToken cancellation)
    {
        Set(0, rows, row => row.Post.ConversationId);
        Set(1, rows, row => row.Seq);
        Set(2, rows, row => row.Post.ClientMessageId);
        Set(3, rows, row => row.Author);
        Set(4, rows, row => row.Post.Text);
        Set(5, rows, row => row.At);
        return _command.ExecuteNonQueryAsync(cancellation);
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private void Set<T>(int column, List<PendingRow> rows, Func<PendingRow, T> value)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = value(rows[i]);
        _command.Parameters[column].Value = values;
    }
}
