using Grainline.Journal.ReadModels.Search;
using Npgsql;
using static Grainline.Journal.Postgres.ReadModels.PostgresText;

namespace Grainline.Journal.Postgres.ReadModels.Search;

/// <summary>Writes texts and what is known of their words, in a transaction of the caller's.</summary>
internal sealed class SearchWrites(NpgsqlConnection connection, WordCounts<SearchWord> counts)
{
    /// <summary>Waits for whoever writes, and throws away what another version of <see cref="Words"/> has taken apart.</summary>
    public async Task TakeTurn(CancellationToken cancellationToken)
    {
        var versions = await connection.All(new("SELECT version FROM search_version FOR UPDATE"), row => row.GetInt32(0), cancellationToken);
        if (versions is [Words.Version])
            return;
        await Empty(cancellationToken);
        await connection.Run([Command("UPDATE search_version SET version = $1", Words.Version)], cancellationToken);
    }

    public async Task Empty(CancellationToken cancellationToken)
    {
        counts.Forget();
        await connection.Run(
            [new("TRUNCATE search_tenant, search_doc, search_text, search_word"), Command("DELETE FROM view_checkpoint WHERE projection = $1", ISearchRows.Projection)], cancellationToken);
    }

    public async Task Reach(long position, CancellationToken cancellationToken) => await connection.Run(
        [
            Command(
                "INSERT INTO view_checkpoint AS c VALUES ($1, $2) ON CONFLICT (projection) DO UPDATE SET position = EXCLUDED.position WHERE c.position < EXCLUDED.position",
                ISearchRows.Projection, position),
        ], cancellationToken);

    public async Task Write(IEnumerable<SearchText> texts, CancellationToken cancellationToken)
    {
        var through = await connection.All(Command("SELECT position FROM view_checkpoint WHERE projection = $1", ISearchRows.Projection), row => row.GetInt64(0), cancellationToken);
        SearchText[] added = [.. texts.Where(text => text.Position > through.FirstOrDefault())];
        if (added.Length == 0)
            return;
        var tenants = await SearchTenants.Of(connection, [.. added.Select(text => Storable(text.Tenant)).Distinct().Order(StringComparer.Ordinal)], cancellationToken);
        await tenants.RemoveHeads([.. added.Where(text => text.Seq == 0)], cancellationToken);
        var docs = tenants.Number(Latest(added));
        await Copy("search_doc (tenant, no, kind, item, seq, at, words, keys)", docs, async (import, doc) =>
        {
            await import.WriteAsync(doc.Tenant, cancellationToken);
            await import.WriteAsync(doc.No, cancellationToken);
            await import.WriteAsync((short)doc.Text.Kind, cancellationToken);
            await import.WriteAsync(Storable(doc.Text.Id), cancellationToken);
            await import.WriteAsync(doc.Text.Seq, cancellationToken);
            await import.WriteAsync(doc.Text.At.ToUnixTimeMilliseconds(), cancellationToken);
            await import.WriteAsync(doc.Words.Count, cancellationToken);
            await import.WriteAsync(new SearchKeys(doc.Tenant).Of(doc.Text.Kind, doc.Words, SearchKeys.SliceOf(doc.No)), cancellationToken);
        }, cancellationToken);
        await Copy("search_text (tenant, no, text)", docs, async (import, doc) =>
        {
            await import.WriteAsync(doc.Tenant, cancellationToken);
            await import.WriteAsync(doc.No, cancellationToken);
            await import.WriteAsync(Storable(doc.Text.Text), cancellationToken);
        }, cancellationToken);
        await CountWords(docs, cancellationToken);
        await tenants.Store(cancellationToken);
        await Reach(added[^1].Position, cancellationToken);
    }

    /// <summary>Of several heads of one ticket or conversation the last.</summary>
    private static IEnumerable<SearchText> Latest(SearchText[] texts)
    {
        var latest = texts.Index().Where(t => t.Item.Seq == 0).GroupBy(t => (t.Item.Tenant, t.Item.Kind, t.Item.Id)).Select(same => same.Last().Index).ToHashSet();
        return texts.Index().Where(t => t.Item.Seq != 0 || latest.Contains(t.Index)).Select(t => t.Item);
    }

    private async Task Copy(string columns, IEnumerable<SearchDoc> docs, Func<NpgsqlBinaryImporter, SearchDoc, Task> write, CancellationToken cancellationToken)
    {
        await using var import = await connection.BeginBinaryImportAsync($"COPY {columns} FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var doc in docs)
        {
            await import.StartRowAsync(cancellationToken);
            await write(import, doc);
        }

        await import.CompleteAsync(cancellationToken);
    }

    private async Task CountWords(IEnumerable<SearchDoc> docs, CancellationToken cancellationToken)
    {
        var seen = new Dictionary<SearchWord, int>();
        foreach (var doc in docs)
        {
            foreach (var word in doc.Words.Select(word => word.Text).Concat(Words.Singles(doc.Words)).Distinct())
                seen[new(doc.Tenant, doc.Text.Kind, word)] = seen.GetValueOrDefault(new(doc.Tenant, doc.Text.Kind, word)) + 1;
        }

        var unknown = counts.Unknown(seen);
        foreach (var word in unknown)
            counts.Learn(word, 0);
        foreach (var (word, texts) in await SearchWordTable.Find(connection, unknown, cancellationToken))
            counts.Learn(word, texts);
        await SearchWordTable.Store(connection, counts.Add(seen), cancellationToken);
    }
}

/// <summary>A text with its number, taken apart.</summary>
internal sealed record SearchDoc(long Tenant, long No, SearchText Text, IReadOnlyList<Word> Words);
