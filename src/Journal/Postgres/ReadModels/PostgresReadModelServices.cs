using Grainline.Journal.Postgres.ReadModels;
using Grainline.Journal.Postgres.ReadModels.Search;
using Grainline.Journal.Postgres.ReadModels.Tickets;
using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the read models of the Cluster edition.</summary>
public static class PostgresReadModelServices
{
    /// <summary>Registers the rows of conversations, decisions, tickets and search over the registered <see cref="Npgsql.NpgsqlDataSource"/>, whose database has our schema.</summary>
    public static IServiceCollection AddPostgresReadModels(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IConversationRows, PostgresConversationRows>();
        services.TryAddSingleton<IDecisionRows, PostgresDecisionRows>();
        services.TryAddSingleton<ITicketRows, PostgresTicketRows>();
        services.TryAddSingleton<ISearchRows, PostgresSearchRows>();
        return services;
    }
}
