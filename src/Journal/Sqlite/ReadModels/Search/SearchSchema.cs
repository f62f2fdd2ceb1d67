using Grainline.Journal.ReadModels.Search;

namespace Grainline.Journal.Sqlite.ReadModels.Search;

/// <summary>
/// The tables of search. Texts are numbered as they come, so newer is higher and the index gives the newest first without sorting. Words in the index begin with the number of their tenant: no
/// question of one tenant ever meets another's words. What a search looks at for every text (<c>search_doc</c>) is kept apart from the text itself.
/// </summary>
internal static class SearchSchema
{
    public const string Sql = """
        CREATE TABLE IF NOT EXISTS search_version (version INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS search_tenant (no INTEGER PRIMARY KEY, tenant TEXT NOT NULL UNIQUE, texts INTEGER NOT NULL DEFAULT 0, words INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE IF NOT EXISTS search_owner (key INTEGER PRIMARY KEY, tenant INTEGER NOT NULL, kind INTEGER NOT NULL, id TEXT NOT NULL, UNIQUE (tenant, kind, id));
        CREATE TABLE IF NOT EXISTS search_doc (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, words INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS search_text (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS search_head (owner INTEGER PRIMARY KEY, doc INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS search_word (word TEXT PRIMARY KEY, texts INTEGER NOT NULL) WITHOUT ROWID;
        CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING fts5(words, content = '', tokenize = 'ascii');
        """;

    private static readonly string[] Tables = ["search_version", "search_tenant", "search_owner", "search_doc", "search_text", "search_head", "search_word", "search_index"];

    /// <summary>Throws away what another version of <see cref="Words"/> has taken apart, with its checkpoint: it is built again.</summary>
    public static SqliteDatabase Renew(SqliteDatabase database)
    {
        if (database.Scalar("SELECT version FROM search_version") == Words.Version)
            return database;
        database.Execute("BEGIN IMMEDIATE");
        foreach (var table in Tables)
            database.Execute($"DROP TABLE {table}");
        database.Execute($"DELETE FROM checkpoint WHERE projection = '{ISearchRows.Projection}'");
        database.Execute(Sql);
        database.Execute($"INSERT INTO search_version VALUES ({Words.Version}); COMMIT");
        return database;
    }
}
