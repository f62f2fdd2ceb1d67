using Grainline.Journal.Postgres;
using Npgsql;

namespace Grainline.Journal.Tests.Postgres;

/// <summary>Orleans' statements for grain state as they stand in the database: what a second activation, or one with old knowledge, must not get through.</summary>
public sealed class OrleansStorageTests : PostgresTest
{
    [Theory]
    [InlineData("key")]
    [InlineData(null)]
    public async Task Write_TwoFirstWritesAtOnce_LetsOneWin(string? extension)
    {
        await using var one = await ProgramAsync();
        await using var other = await ProgramAsync();
        await using var transaction = await one.BeginTransactionAsync(Cancelled);
        Assert.Equal(1, await WriteAsync(one, extension, null, 1));

        // Neither has seen the other: this one waits for the first to commit.
        var second = WriteAsync(other, extension, null, 2);
        await transaction.CommitAsync(Cancelled);

        Assert.Null(await second);
        Assert.Equal(("01", 1), await ReadAsync(one, extension));
    }

    [Fact]
    public async Task Write_TwentyFirstWritesAtOnce_LeaveOneRow()
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ProgramAsync()));
        var versions = await Task.WhenAll(connections.Select((connection, n) => WriteAsync(connection, "key", null, (byte)n)));

        Assert.Single(versions, version => version == 1);
        Assert.Equal(1L, await ScalarAsync(connections[0], "SELECT count(*) FROM orleansstorage"));
        foreach (var connection in connections) await connection.DisposeAsync();
    }

    [Fact]
    public async Task Write_StaleETag_LeavesWhatIsThereAndItsVersion()
    {
        await using var connection = await ProgramAsync();
        await WriteAsync(connection, "key", null, 1);
        Assert.Equal(2, await WriteAsync(connection, "key", 1, 2));

        // An unchanged version is what Orleans takes for a conflict.
        Assert.Equal(1, await WriteAsync(connection, "key", 1, 3));
        Assert.Equal(("02", 2), await ReadAsync(connection, "key"));
    }

    [Fact]
    public async Task Clear_StaleETag_DoesNothingAndTheRightOneKeepsTheVersion()
    {
        await using var connection = await ProgramAsync();
        await WriteAsync(connection, "key", null, 1);

        Assert.Null(await RunAsync(connection, "ClearStorageKey", "key", 7));
        Assert.Equal(2, await RunAsync(connection, "ClearStorageKey", "key", 1));

        Assert.Equal((null, 2), await ReadAsync(connection, "key"));
        Assert.Null(await WriteAsync(connection, "key", null, 9));
        Assert.Equal(3, await RunAsync(connection, "DeleteStorageKey", "key", 2));
        Assert.Equal(1, await WriteAsync(connection, "key", null, 9));
    }

    [Fact]
    public async Task Write_OtherGrains_AreApart()
    {
        await using var connection = await ProgramAsync();
        foreach (var extension in new[] { "a", "b", null }) Assert.Equal(1, await WriteAsync(connection, extension, null, 1));
    }

    private static async Task<int?> WriteAsync(NpgsqlConnection connection, string? extension, int? version, byte payload) =>
        await RunAsync(connection, "WriteToStorageKey", extension, version, payload);

    private static async Task<int?> RunAsync(NpgsqlConnection connection, string key, string? extension, int? version, byte payload = 0)
    {
        await using var command = await CommandAsync(connection, key, extension);
        command.Parameters.Add(new("GrainStateVersion", (object?)version ?? DBNull.Value) { DbType = System.Data.DbType.Int32 });
        if (key == "WriteToStorageKey") command.Parameters.Add(new("PayloadBinary", new[] { payload }));
        return await command.ExecuteScalarAsync(Cancelled) is int now ? now : null;
    }

    private static async Task<(string? Payload, int Version)> ReadAsync(NpgsqlConnection connection, string? extension)
    {
        await using var command = await CommandAsync(connection, "ReadFromStorageKey", extension);
        await using var rows = await command.ExecuteReaderAsync(Cancelled);
        Assert.True(await rows.ReadAsync(Cancelled));
        return (rows["PayloadBinary"] is byte[] payload ? Convert.ToHexString(payload) : null, (int)rows["Version"]);
    }

    private static async Task<NpgsqlCommand> CommandAsync(NpgsqlConnection connection, string key, string? extension)
    {
        var text = (string)(await ScalarAsync(connection, $"SELECT querytext FROM orleansquery WHERE querykey = '{key}'"))!;
        return new(text, connection)
        {
            Parameters =
            {
                new("GrainIdHash", 11), new("GrainIdN0", (object)0L), new("GrainIdN1", (object)0L), new("GrainTypeHash", 12), new("GrainTypeString", "conversation"),
                new("GrainIdExtensionString", (object?)extension ?? DBNull.Value) { DbType = System.Data.DbType.String }, new("ServiceId", "grainline"),
            },
        };
    }

    private Task<NpgsqlConnection> ProgramAsync() => ConnectAsync(PostgresConnections.Program(Database.Options));
}
