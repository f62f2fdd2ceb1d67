using Grainline.Journal.ReadModels.Search;

namespace Grainline.Journal.Sqlite.ReadModels.Search;

/// <summary>The index of words in <c>views.db</c>.</summary>
internal sealed class SqliteSearchRows(ViewsFile file, TimeProvider time) : SqliteRows(file), ISearchRows
{
    private readonly ViewsFile _file = file;
    private readonly WordCounts<string> _counts = new();

    public ValueTask<string?> HeadAsync(string tenant, SearchKind kind, string id, CancellationToken cancellationToken = default) => Writes.Take(database =>
    {
        using var select = database.Prepare("""
            SELECT x.text FROM search_tenant n JOIN search_owner o ON o.tenant = n.no JOIN search_head h ON h.owner = o.key JOIN search_text x ON x.id = h.doc
            WHERE n.tenant = ?1 AND o.kind = ?2 AND o.id = ?3
            """);
        return select.Bind(1, tenant).Bind(2, (long)kind).Bind(3, id).Step() ? select.Text(0) : null;
    }, cancellationToken);

    public async ValueTask WriteAsync(IReadOnlyCollection<SearchText> texts, CancellationToken cancellationToken = default)
    {
        if (texts.Count == 0)
            return;
        var written = false;
        try
        {
            await Write(database => Write(database, texts), cancellationToken);
            written = true;
        }
        finally
        {
            if (!written)
                _counts.Forget();
        }
    }

    public ValueTask<SearchRowPage> SearchAsync(SearchRowQuery query, CancellationToken cancellationToken = default) =>
        _file.Searches.Take(database => new SearchReads(database, query, time).Page(), cancellationToken);

    private void Write(SqliteDatabase database, IReadOnlyCollection<SearchText> texts)
    {
        var through = database.Scalar($"SELECT position FROM checkpoint WHERE projection = '{ISearchRows.Projection}'");
        SearchText[] added = [.. texts.Where(text => text.Position > through)];
        if (added.Length == 0)
            return;
        using var writes = new SearchWrites(database, _counts);
        writes.Write(added);
        database.Execute($"INSERT OR REPLACE INTO checkpoint VALUES ('{ISearchRows.Projection}', {added[^1].Position})");
    }
}
