using Grainline.Journal.Postgres;
using Npgsql;

namespace Grainline.Journal.Appender;

/// <summary>The same over a database.</summary>
internal static class PostgresAppender
{
    public static async Task<int> RunAsync(string connectionString)
    {
        var options = new PostgresOptions { ConnectionString = connectionString };
        await using var source = NpgsqlDataSource.Create(PostgresConnections.Program(options));
        await using var store = new PostgresStore(options, source);
        await store.OpenAsync();
        Console.WriteLine("open");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(stream => AppendLoop.RunAsync(store.Journal, $"s{stream}", 2)));
        return 0;
    }
}
