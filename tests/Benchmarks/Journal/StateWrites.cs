using Grainline.Journal;
using Npgsql;

namespace Grainline.Benchmarks;

/// <summary>The state of one grain, 2 KB, written again and again: in our table, and as Orleans' provider writes it, a command without preparation on a pooled connection.</summary>
internal sealed class StateWrites(IStateStore states, string connection, int grain)
{
    private const string Write = "SELECT newgrainstateversion FROM grainline.write_grain_state(@IdHash, 0, 0, 12, 'conversation', @Extension, 'grainline', @Version, @Payload)";

    private readonly byte[] _payload = new byte[2048];
    private readonly string _connection = $"{connection};Search Path=grainline";
    private string? _eTag;
    private int? _version;

    public async Task<int> Ours(CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
            return 0;
        _eTag = await states.WriteAsync("snapshot", $"conversation/bench/{grain}", _payload, _eTag, CancellationToken.None);
        return 1;
    }

    public async Task<int> Orleans(CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
            return 0;
        await using var open = new NpgsqlConnection(_connection);
        await open.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(Write, open)
        {
            Parameters =
            {
                new("IdHash", (object)grain), new("Extension", $"conversation/bench/{grain}"), new("Version", (object?)_version ?? DBNull.Value) { DbType = System.Data.DbType.Int32 }, new("Payload", _payload),
            },
        };
        _version = (int)(await command.ExecuteScalarAsync(CancellationToken.None))!;
        return 1;
    }
}
