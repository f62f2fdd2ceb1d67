using System.Globalization;
using Grainline.Testing.Postgres;

namespace Grainline.Cluster.Tests.Hosting;

/// <summary>How the processes are told what they need: by their environment, as an orchestrator does. Nothing is tuned for the tests but the budgets, because all clients are one machine.</summary>
internal static class Settings
{
    public const string ServiceId = "grainline";

    public static Dictionary<string, string> Silo(string cluster, PostgresCluster postgres, RedisServer redis, int http, int port, int gatewayPort) => new(Common(cluster, redis, http))
    {
        ["Orleans__Endpoints__AdvertisedIPAddress"] = "127.0.0.1",
        ["Orleans__Endpoints__SiloPort"] = Text(port),
        ["Orleans__Endpoints__GatewayPort"] = Text(gatewayPort),
        ["Postgres__ConnectionString"] = Database.Program(postgres),
    };

    /// <summary>Of the command that makes the schema; silos have no such rights.</summary>
    public static Dictionary<string, string> Migration(PostgresCluster postgres) => new()
    {
        ["Postgres__ConnectionString"] = Database.Program(postgres),
        ["Postgres__MigrationConnectionString"] = Database.Owner(postgres),
        ["Postgres__Role"] = PostgresDatabase.Program,
    };

    public static Dictionary<string, string> Gateway(string cluster, RedisServer redis, int http) => new(Common(cluster, redis, http))
    {
        ["Budgets__VisitorBurst"] = "1000000",
        ["Budgets__VisitorPerSecond"] = "1000000",
        ["Budgets__AgentBurst"] = "1000000",
        ["Budgets__AgentPerSecond"] = "1000000",
        ["Authentication__LoginBurst"] = "10000",
        ["Authentication__LoginsPerMinute"] = "10000",
        ["Authentication__VisitorBurst"] = "1000000",
        ["Authentication__VisitorsPerMinute"] = "1000000",
    };

    private static Dictionary<string, string> Common(string cluster, RedisServer redis, int http) => new()
    {
        ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Text(http)}",
        ["Orleans__ClusterId"] = cluster,
        ["Orleans__ServiceId"] = ServiceId,
        ["Cluster__Membership"] = "Redis",
        ["Redis__Configuration"] = redis.Configuration,
        // The accounts of the demonstration are at hand; the run makes its own beside them.
        ["Demo__AllowRemote"] = "true",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
