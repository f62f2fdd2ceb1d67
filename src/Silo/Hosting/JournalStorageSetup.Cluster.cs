using Orleans.Runtime.Hosting;

namespace Grainline.Silo.Hosting;

internal static class JournalStorageSetup
{
    /// <summary>Events, snapshots and read models of the Cluster edition: one PostgreSQL for all silos. Section <c>Postgres</c> says where.</summary>
    public static void AddJournalStorage(this WebApplicationBuilder builder)
    {
        builder.Services.AddPostgresJournal(postgres => builder.Configuration.GetSection("Postgres").Bind(postgres));
        builder.Services.AddGrainStorage("journal", (services, _) => ActivatorUtilities.CreateInstance<JournalGrainStorage>(services));
    }
}
