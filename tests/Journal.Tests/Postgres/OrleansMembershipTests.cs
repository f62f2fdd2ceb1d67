using Grainline.Journal.Postgres;
using Npgsql;

namespace Grainline.Journal.Tests.Postgres;

/// <summary>Orleans' statements for membership as they stand in the database: every change is made by somebody who knew the latest table.</summary>
public sealed class OrleansMembershipTests : PostgresTest
{
    private static readonly DateTime Now = new(2026, 6, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Insert_AtTheKnownVersion_IsSeenByAll()
    {
        await using var connection = await BegunAsync();
        Assert.Equal(1, await InsertAsync(connection, 1, expected: 0));

        Assert.Equal((1, 1L), await TableAsync(connection));
        Assert.Equal("10.0.0.1", await RunAsync(connection, "GatewaysQueryKey", Text("DeploymentId", "d"), Number("Status", 3)));
    }

    [Fact]
    public async Task Insert_AtAnOldVersionOrTwice_ChangesNothing()
    {
        await using var connection = await BegunAsync();
        await InsertAsync(connection, 1, expected: 0);

        Assert.Equal(0, await InsertAsync(connection, 2, expected: 0));
        Assert.Equal(0, await InsertAsync(connection, 1, expected: 1));
        Assert.Equal((1, 1L), await TableAsync(connection));
    }

    [Fact]
    public async Task Update_TwoWithTheSameKnowledge_LetsOneWin()
    {
        await using var connection = await BegunAsync();
        await InsertAsync(connection, 1, expected: 0);

        Assert.Equal(1, await UpdateAsync(connection, 1, expected: 1));
        Assert.Equal(0, await UpdateAsync(connection, 1, expected: 1));
        Assert.Equal(0, await UpdateAsync(connection, 9, expected: 2));
        Assert.Equal((2, 1L), await TableAsync(connection));
    }

    [Fact]
    public async Task Cleanup_SilosThatAreNotActive_RemovesTheOldOnes()
    {
        await using var connection = await BegunAsync();
        await InsertAsync(connection, 1, expected: 0);
        await InsertAsync(connection, 2, expected: 1);
        await UpdateAsync(connection, 2, expected: 2);
        await RunAsync(connection, "UpdateIAmAlivetimeKey", Key(1), Time("IAmAliveTime", Now.AddMinutes(1)));

        await RunAsync(connection, "CleanupDefunctSiloEntriesKey", Text("DeploymentId", "d"), Time("IAmAliveTime", Now.AddHours(1)));

        Assert.Equal((3, 1L), await TableAsync(connection));
        await RunAsync(connection, "DeleteMembershipTableEntriesKey", Text("DeploymentId", "d"));
        Assert.Equal(0L, await ScalarAsync(connection, "SELECT count(*) FROM orleansmembershipversiontable"));
    }

    [Fact]
    public async Task ReadRow_NoSuchSilo_StillTellsTheVersion()
    {
        await using var connection = await BegunAsync();
        Assert.Equal("d", await RunAsync(connection, "MembershipReadRowKey", Key(1)));
        Assert.Equal(0, await RunAsync(connection, "InsertMembershipVersionKey", Text("DeploymentId", "d")));
    }

    private static NpgsqlParameter Text(string name, string value) => new(name, value);

    private static NpgsqlParameter Number(string name, int value) => new(name, (object)value);

    private static NpgsqlParameter Time(string name, DateTime value) => new(name, value);

    private static NpgsqlParameter[] Key(int generation) =>
        [Text("DeploymentId", "d"), Text("Address", "10.0.0.1"), Number("Port", 11111), Number("Generation", generation)];

    private static Task<object?> InsertAsync(NpgsqlConnection connection, int generation, int expected) => RunAsync(connection, "InsertMembershipKey",
        Key(generation), Text("SiloName", "s"), Text("HostName", "h"), Number("Status", 3), Number("ProxyPort", 30000), Time("StartTime", Now), Time("IAmAliveTime", Now), Number("Version", expected));

    private static Task<object?> UpdateAsync(NpgsqlConnection connection, int generation, int expected) => RunAsync(connection, "UpdateMembershipKey",
        Key(generation), Number("Status", 6), Text("SuspectTimes", "x"), Time("IAmAliveTime", Now), Number("Version", expected));

    private static Task<object?> RunAsync(NpgsqlConnection connection, string key, NpgsqlParameter[] silo, params NpgsqlParameter[] more) => RunAsync(connection, key, [.. silo, .. more]);

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string key, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand((string)(await ScalarAsync(connection, $"SELECT querytext FROM orleansquery WHERE querykey = '{key}'"))!, connection);
        command.Parameters.AddRange(parameters);
        return await command.ExecuteScalarAsync(Cancelled);
    }

    private static async Task<(int Version, long Silos)> TableAsync(NpgsqlConnection connection) =>
        ((int)(await ScalarAsync(connection, "SELECT max(version) FROM orleans_member"))!, (long)(await ScalarAsync(connection, "SELECT count(address) FROM orleans_member"))!);

    private async Task<NpgsqlConnection> BegunAsync()
    {
        var connection = await ConnectAsync(PostgresConnections.Program(Database.Options));
        Assert.Equal(1, await RunAsync(connection, "InsertMembershipVersionKey", Text("DeploymentId", "d")));
        return connection;
    }
}
