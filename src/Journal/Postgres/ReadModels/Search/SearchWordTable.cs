using Grainline.Journal.ReadModels.Search;
using Npgsql;
using static Grainline.Journal.Postgres.ReadModels.PostgresText;

namespace Grainline.Journal.Postgres.ReadModels.Search;

/// <summary>In how many texts each word is, as stored.</summary>
internal static class SearchWordTable
{
    public static async Task<IReadOnlyList<(SearchWord Word, long Texts)>> Find(NpgsqlConnection connection, IReadOnlyCollection<SearchWord> words, CancellationToken cancellationToken) =>
        words.Count == 0 ? [] : await connection.All(
            Command(
                "SELECT tenant, kind, word, texts FROM unnest($1::bigint[], $2::smallint[], $3::text[]) AS u (tenant, kind, word) JOIN search_word USING (tenant, kind, word)",
                words.Select(w => w.Tenant).ToArray(), words.Select(w => (short)w.Kind).ToArray(), words.Select(w => w.Text).ToArray()),
            row => (new SearchWord(row.GetInt64(0), (SearchKind)row.GetInt16(1), row.GetString(2)), row.GetInt64(3)), cancellationToken);

    /// <summary>Never a lower count than is stored: what a process remembers may be older than that.</summary>
    public static async Task Store(NpgsqlConnection connection, IReadOnlyCollection<(SearchWord Word, long Texts)> counts, CancellationToken cancellationToken)
    {
        if (counts.Count > 0)
        {
            await connection.Run(
                [
                    Command(
                        """
                        INSERT INTO search_word AS w SELECT * FROM unnest($1::bigint[], $2::smallint[], $3::text[], $4::bigint[])
                        ON CONFLICT (tenant, kind, word) DO UPDATE SET texts = greatest(w.texts, EXCLUDED.texts)
                        """,
                        counts.Select(c => c.Word.Tenant).ToArray(), counts.Select(c => (short)c.Word.Kind).ToArray(), counts.Select(c => c.Word.Text).ToArray(), counts.Select(c => c.Texts).ToArray()),
                ], cancellationToken);
        }
    }
}
