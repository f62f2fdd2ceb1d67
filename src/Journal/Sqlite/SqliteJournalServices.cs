using Grainline.Journal;
using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;
using Grainline.Journal.Sqlite;
using Grainline.Journal.Sqlite.ReadModels;
using Grainline.Journal.Sqlite.ReadModels.Search;
using Grainline.Journal.Sqlite.ReadModels.Tickets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the journal of the Standalone edition.</summary>
public static class SqliteJournalServices
{
    /// <summary>
    /// Registers <see cref="IJournal"/>, <see cref="IStateStore"/>, <see cref="ICheckpointStore"/>
    /// and <see cref="INodeLeases"/>, with <see cref="IFollowerTurns"/> over one SQLite file. It is opened before any hosted service starts and drained and
    /// closed after all have stopped. A refused folder or file stops the host's start with the reason.
    /// </summary>
    public static IServiceCollection AddSqliteJournal(this IServiceCollection services, Action<SqliteJournalOptions>? configure = null)
    {
        services.AddOptions<SqliteJournalOptions>().Configure(configure ?? (_ => { })).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new SqliteStore(
            provider.GetRequiredService<IOptions<SqliteJournalOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<SqliteStore>>()));
        services.TryAddSingleton(provider => provider.GetRequiredService<SqliteStore>().Journal);
        services.TryAddSingleton(provider => provider.GetRequiredService<SqliteStore>().States);
        services.TryAddSingleton(provider => provider.GetRequiredService<SqliteStore>().Checkpoints);
        services.TryAddSingleton(provider => provider.GetRequiredService<SqliteStore>().Nodes);
        // The folder's lock has already decided who may.
        services.TryAddSingleton<IFollowerTurns, OnlyFollowerTurns>();
        services.TryAddSingleton(provider => new ViewsFile(provider.GetRequiredService<IOptions<SqliteJournalOptions>>().Value));
        services.TryAddSingleton<IConversationRows, SqliteConversationRows>();
        services.TryAddSingleton<IDecisionRows, SqliteDecisionRows>();
        services.TryAddSingleton<ITicketRows, SqliteTicketRows>();
        services.TryAddSingleton<ISearchRows, SqliteSearchRows>();
        services.AddHostedService<JournalLifetime<SqliteStore>>();
        return services;
    }
}
