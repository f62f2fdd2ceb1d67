using Grainline.Journal.Postgres;
using Grainline.Testing.Postgres;
using Npgsql;

namespace Grainline.Journal.Tests.Postgres;

public sealed class PostgresBackend : JournalBackend
{
    private PostgresDatabase? _database;
    private PostgresProcess? _process;

    public override IJournal Journal => Process.Store.Journal;

    public override IStateStore States => Process.Store.States;

    public override ICheckpointStore Checkpoints => Process.Store.Checkpoints;

    public override INodeLeases Nodes => Process.Store.Nodes;

    private PostgresProcess Process => _process ?? throw new InvalidOperationException("Not opened.");

    public override async Task OpenAsync()
    {
        _database ??= await PostgresTest.CreateDatabaseAsync();
        _process = await PostgresProcess.OpenAsync(_database.Options);
    }

    public override async Task ReopenAsync()
    {
        await Process.DisposeAsync();
        await OpenAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }
}

/// <summary>What one process of a cluster has: a store with connections of its own.</summary>
public sealed class PostgresProcess : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;

    private PostgresProcess(PostgresOptions options)
    {
        _source = NpgsqlDataSource.Create(PostgresConnections.Program(options));
        Store = new PostgresStore(options, _source);
    }

    public PostgresStore Store { get; }

    public static async Task<PostgresProcess> OpenAsync(PostgresOptions options)
    {
        var process = new PostgresProcess(options);
        await process.Store.OpenAsync(TestContext.Current.CancellationToken);
        return process;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await _source.DisposeAsync();
    }
}
