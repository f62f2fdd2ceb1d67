using Grainline.Journal.Postgres;
using Grainline.Journal.Postgres.Schema;
using Grainline.Testing.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Grainline.Benchmarks;

/// <summary>Empty read models of one edition, in a temporary folder.</summary>
internal sealed class SearchStore(string name, ServiceProvider services, Func<Task<long>> bytes, Func<Task> settle, Func<ValueTask> remove) : IAsyncDisposable
{
    public string Name => name;

    public IServiceProvider Services => services;

    /// <summary>On the disk.</summary>
    public Task<long> Bytes() => bytes();

    /// <summary>Does what the store does by itself some time after so many writes.</summary>
    public Task Settle() => settle();

    public static SearchStore Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("grainline-search-");
        var services = new ServiceCollection().AddLogging().AddSqliteJournal(o => o.Directory = folder.FullName).BuildServiceProvider();
        return new(
            "SQLite", services, () => Task.FromResult(new FileInfo(Path.Combine(folder.FullName, "views.db")).Length), () => Task.CompletedTask, () =>
            {
                folder.Delete(recursive: true);
                return ValueTask.CompletedTask;
            });
    }

    /// <summary>A PostgreSQL with the settings of a fresh installation; null where it is not installed.</summary>
    public static async Task<SearchStore?> Postgres()
    {
        if (PostgresInstallation.Find() is not { } installation)
            return null;
        var cluster = new PostgresCluster();
        await cluster.Start(installation, null, CancellationToken.None);
        var options = new PostgresOptions { ConnectionString = cluster.Connection };
        await new PostgresSchema(options).MigrateAsync(CancellationToken.None);
        var source = NpgsqlDataSource.Create(PostgresConnections.Program(options));
        var services = new ServiceCollection().AddLogging().AddSingleton(source).AddPostgresReadModels().BuildServiceProvider();
        return new(
            "PostgreSQL", services, async () => (long)(await source.CreateCommand("SELECT pg_database_size(current_database())").ExecuteScalarAsync())!,
            () => source.CreateCommand("VACUUM ANALYZE").ExecuteNonQueryAsync(), async () =>
            {
                await source.DisposeAsync();
                await cluster.DisposeAsync();
            });
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await remove();
    }
}
