using Grainline.Journal.ReadModels.Search;
using Npgsql;
using static Grainline.Journal.Postgres.ReadModels.PostgresText;

namespace Grainline.Journal.Postgres.ReadModels.Search;

/// <summary>The tenants of a batch: numbers for their texts, and how many they have.</summary>
internal sealed class SearchTenants
{
    private const string RemoveHead = """
        WITH gone AS (
          DELETE FROM search_doc d USING unnest($1::bigint[], $2::smallint[], $3::text[]) AS u (tenant, kind, item)
          WHERE d.tenant = u.tenant AND d.kind = u.kind AND d.item = u.item AND d.seq = 0 RETURNING d.tenant, d.no, d.words),
        texts AS (DELETE FROM search_text x USING gone WHERE x.tenant = gone.tenant AND x.no = gone.no)
        SELECT tenant, count(*), sum(words) FROM gone GROUP BY tenant
        """;

    // Trying to add one that is there would use up a number each time.
    private const string AddNew =
        "INSERT INTO search_tenant (tenant) SELECT name FROM unnest($1::text[]) AS u (name) WHERE NOT EXISTS (SELECT FROM search_tenant n WHERE n.tenant = u.name) ON CONFLICT DO NOTHING";

    private const string Add = """
        UPDATE search_tenant n SET last = u.last, texts = texts + u.added, words = n.words + u.length
        FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[]) AS u (no, last, added, length) WHERE n.no = u.no
        """;

    private readonly NpgsqlConnection _connection;
    private readonly Dictionary<string, Growth> _byName;

    private SearchTenants(NpgsqlConnection connection, IEnumerable<Growth> tenants)
    {
        _connection = connection;
        _byName = tenants.ToDictionary(tenant => tenant.Name);
    }

    /// <summary>Each is given a number when it is new.</summary>
    public static async Task<SearchTenants> Of(NpgsqlConnection connection, string[] names, CancellationToken cancellationToken)
    {
        await connection.Run([Command(AddNew, [names])], cancellationToken);
        return new(connection, await connection.All(
            Command("SELECT tenant, no, last FROM search_tenant WHERE tenant = ANY ($1)", [names]), row => new Growth(row.GetString(0), row.GetInt64(1)) { Last = row.GetInt64(2) }, cancellationToken));
    }

    /// <summary>Takes former heads of the same tickets and conversations out of the index.</summary>
    public async Task RemoveHeads(IReadOnlyCollection<SearchText> heads, CancellationToken cancellationToken)
    {
        if (heads.Count == 0)
            return;
        (long Tenant, short Kind, string Item)[] items = [.. heads.Select(head => (Tenant(head).No, (short)head.Kind, Storable(head.Id))).Distinct()];
        var gone = await _connection.All(
            Command(RemoveHead, items.Select(i => i.Tenant).ToArray(), items.Select(i => i.Kind).ToArray(), items.Select(i => i.Item).ToArray()),
            row => (Tenant: row.GetInt64(0), Texts: row.GetInt64(1), Words: row.GetInt64(2)), cancellationToken);
        foreach (var (no, texts, words) in gone)
        {
            var tenant = _byName.Values.Single(of => of.No == no);
            (tenant.Texts, tenant.Words) = (tenant.Texts - texts, tenant.Words - words);
        }
    }

    public IReadOnlyList<SearchDoc> Number(IEnumerable<SearchText> texts)
    {
        var docs = new List<SearchDoc>();
        foreach (var text in texts)
        {
            var (tenant, words) = (Tenant(text), Words.Of(text.Text));
            (tenant.Last, tenant.Texts, tenant.Words) = (tenant.Last + 1, tenant.Texts + 1, tenant.Words + words.Count);
            docs.Add(new(tenant.No, tenant.Last, text, words));
        }

        return docs;
    }

    public async Task Store(CancellationToken cancellationToken)
    {
        Growth[] all = [.. _byName.Values];
        await _connection.Run(
            [Command(Add, all.Select(t => t.No).ToArray(), all.Select(t => t.Last).ToArray(), all.Select(t => t.Texts).ToArray(), all.Select(t => t.Words).ToArray())], cancellationToken);
    }

    private Growth Tenant(SearchText text) => _byName[Storable(text.Tenant)];

    /// <summary>A tenant with what the batch adds to it.</summary>
    private sealed record Growth(string Name, long No)
    {
        public long Last { get; set; }

        public long Texts { get; set; }

        public long Words { get; set; }
    }
}
