using System.Collections.Concurrent;
using Grainline.Journal.Postgres;
using Grainline.Journal.Postgres.ReadModels.Search;
using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;
using Grainline.Journal.Tests.ReadModels;
using Grainline.Testing.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Grainline.Journal.Tests.Postgres.ReadModels;

public sealed class PostgresReadModelBackend : ReadModelBackend
{
    // Emptied as an operator would, which is quicker than another database. They end with their server.
    private static readonly ConcurrentBag<PostgresDatabase> Used = [];

    private PostgresDatabase? _database;
    private ServiceProvider? _services;

    public override ITicketRows Tickets => Services.GetRequiredService<ITicketRows>();

    public override IConversationRows Conversations => Services.GetRequiredService<IConversationRows>();

    public override IDecisionRows Decisions => Services.GetRequiredService<IDecisionRows>();

    public override ISearchRows Search => Services.GetRequiredService<ISearchRows>();

    public PostgresDatabase Database => _database ?? throw new InvalidOperationException("Not opened.");

    public NpgsqlDataSource Source => Services.GetRequiredService<NpgsqlDataSource>();

    private ServiceProvider Services => _services ?? throw new InvalidOperationException("Not opened.");

    public override async Task OpenAsync()
    {
        if (_database is null && Used.TryTake(out _database))
            await EmptyAsync();
        _database ??= await PostgresTest.CreateDatabaseAsync();
        _services = new ServiceCollection().AddSingleton(NpgsqlDataSource.Create(PostgresConnections.Program(_database.Options))).AddPostgresReadModels().BuildServiceProvider();
    }

    public override async Task ReopenAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    /// <summary>As another process has it.</summary>
    internal ISearchRows OtherSearch() => new PostgresSearchRows(Source, TimeProvider.System);

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (_database is not null)
            Used.Add(_database);
    }

    /// <summary>Throws all read models away.</summary>
    public async Task EmptyAsync()
    {
        await using var owner = NpgsqlDataSource.Create(PostgresConnections.Owner(Database.Options));
        await using var command = owner.CreateCommand("SELECT empty_views()");
        await command.ExecuteNonQueryAsync();
    }

    private async Task CloseAsync()
    {
        if (_services is null)
            return;
        // An instance that was given is not the container's to dispose.
        await Source.DisposeAsync();
        await _services.DisposeAsync();
    }
}

public sealed class PostgresConversationRowsTests : ConversationRowsContract<PostgresReadModelBackend>;

public sealed class PostgresDecisionRowsTests : DecisionRowsContract<PostgresReadModelBackend>;

public sealed class PostgresTicketRowsTests : TicketRowsContract<PostgresReadModelBackend>;

public sealed class PostgresTicketFilterTests : TicketFilterContract<PostgresReadModelBackend>;

public sealed class PostgresSearchRowsTests : SearchRowsContract<PostgresReadModelBackend>;
