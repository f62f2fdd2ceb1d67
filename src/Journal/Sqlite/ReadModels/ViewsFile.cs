using System.Globalization;
using Grainline.Journal.Sqlite.ReadModels.Search;
using Grainline.Journal.Sqlite.ReadModels.Tickets;

namespace Grainline.Journal.Sqlite.ReadModels;

/// <summary>
/// <c>views.db</c>, apart from the journal: rebuilding it never holds up a message, and deleting it is safe. One connection writes for all projections, one reads for requests; each serves
/// one caller at a time; searches have connections of their own. Two writing connections would wait for each other inside SQLite, asleep on threads of the pool, and on few cores everything else with them.
/// </summary>
internal sealed class ViewsFile(SqliteJournalOptions options) : IDisposable
{
    // Losing the last moments in a power cut costs nothing but reading them again from the journal.
    private const string Settings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=1000;";
    private const string CheckpointTable = "CREATE TABLE IF NOT EXISTS checkpoint (projection TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;";

    public Turn Writes { get; } = new(() => SearchSchema.Renew(Open(options)));

    public Turn Reads { get; } = new(() => Open(options));

    public Turns Searches { get; } = new(options.SearchConnections, () => Open(options));

    public void Dispose()
    {
        Searches.Dispose();
        Reads.Dispose();
        Writes.Dispose();
    }

    private static SqliteDatabase Open(SqliteJournalOptions options)
    {
        Directory.CreateDirectory(options.Directory);
        var database = SqliteDatabase.OpenWriter(Path.Combine(options.Directory, "views.db"), options.BusyTimeout);
        database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size=-{options.ViewsCacheMegabytes * 1024};"));
        database.Execute(Settings + CheckpointTable + SqliteConversationRows.Schema + SqliteDecisionRows.Schema + TicketSchema.Sql + SearchSchema.Sql);
        return database;
    }
}
