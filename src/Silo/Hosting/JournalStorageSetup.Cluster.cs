using Orleans.Runtime.Hosting;

namespace Grainline.Silo.Hosting;

internal static class JournalStorageSetup
{
    /// <summary>Events and snapshots of the Standalone edition: SQLite in the data folder.</summary>
    public static void AddJournalStorage(this WebApplicationBuilder builder, string folder)
    {
        builder.Services.AddSqliteJournal(journal =>
        {
            builder.Configuration.GetSection("Journal").Bind(journal);
            journal.Directory = folder;
        });
        builder.Services.AddGrainStorage("journal", (services, _) => ActivatorUtilities.CreateInstance<JournalGrainStorage>(services));
    }
}
