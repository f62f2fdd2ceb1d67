using Grainline.Journal;
using Grainline.Journal.Postgres;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the journal of the Cluster edition.</summary>
public static class PostgresJournalServices
{
    /// <summary>
    /// Registers <see cref="IJournal"/>, <see cref="IStateStore"/>, <see cref="ICheckpointStore"/>, <see cref="INodeLeases"/> and <see cref="IFollowerTurns"/> and the read models over one database, and its
    /// <see cref="NpgsqlDataSource"/>. It is opened before any hosted service starts and drained and closed after all have stopped. A database of another schema stops the host's start with the reason.
    /// </summary>
    public static IServiceCollection AddPostgresJournal(this IServiceCollection services, Action<PostgresOptions>? configure = null)
    {
        services.AddOptions<PostgresOptions>().Configure(configure ?? (_ => { })).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => NpgsqlDataSource.Create(PostgresConnections.Program(provider.GetRequiredService<IOptions<PostgresOptions>>().Value)));
        services.TryAddSingleton(provider => new PostgresStore(
            provider.GetRequiredService<IOptions<PostgresOptions>>().Value, provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<PostgresStore>>()));
        services.TryAddSingleton(provider => provider.GetRequiredService<PostgresStore>().Journal);
        services.TryAddSingleton(provider => provider.GetRequiredService<PostgresStore>().States);
        services.TryAddSingleton(provider => provider.GetRequiredService<PostgresStore>().Checkpoints);
        services.TryAddSingleton(provider => provider.GetRequiredService<PostgresStore>().Nodes);
        services.TryAddSingleton(provider => provider.GetRequiredService<PostgresStore>().Turns);
        services.AddPostgresReadModels();
        services.AddHostedService<JournalLifetime<PostgresStore>>();
        return services;
    }
}
