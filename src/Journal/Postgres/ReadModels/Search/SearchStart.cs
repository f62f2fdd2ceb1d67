using Grainline.Journal.ReadModels.Search;
using Npgsql;
using static Grainline.Journal.Postgres.ReadModels.PostgresText;

namespace Grainline.Journal.Postgres.ReadModels.Search;

/// <summary>What must be known before texts are looked for: the tenant's numbers and how common the words are. Two round trips.</summary>
/// <param name="Tenant">0 when nothing of it was ever indexed.</param>
/// <param name="Last">Number of its newest text.</param>
/// <param name="Texts">How many it has.</param>
/// <param name="Words">Of all of them together.</param>
internal sealed record SearchStart(long Tenant, long Last, long Texts, long Words, AskedWords Asked)
{
    private const string Known = "SELECT kind, word, texts FROM search_word WHERE tenant = $1 AND kind = ANY ($2) AND word = ANY ($3)";

    private static readonly string _beginnings = $"""
        SELECT kind, word, texts FROM (
          SELECT * FROM search_word WHERE tenant = $1 AND kind = $2 AND word >= $3 AND word < $4 ORDER BY word LIMIT {SearchWish.BeginningsLookedAt}) known
        ORDER BY word = $3 DESC, texts DESC, word LIMIT {SearchWish.Continuations}
        """;

    public static async Task<SearchStart> Read(
        NpgsqlConnection connection, string tenant, SearchWish wish, IReadOnlyList<SearchKind> kinds, CancellationToken cancellationToken)
    {
        var of = await connection.All(
            Command("SELECT no, last, texts, words FROM search_tenant WHERE tenant = $1", tenant),
            row => (No: row.GetInt64(0), Last: row.GetInt64(1), Texts: row.GetInt64(2), Words: row.GetInt64(3)), cancellationToken);
        if (of.Count == 0 || wish.Parts.Length == 0)
            return new(of.FirstOrDefault().No, 0, 0, 0, new([], [], false));
        var words = await connection.Each(Questions(of[0].No, wish, kinds), (row, _) => (Kind: (SearchKind)row.GetInt16(0), Word: row.GetString(1), Texts: row.GetInt64(2)), cancellationToken);
        var asked = AskedWords.Of(
            wish, kinds, words[0].ToDictionary(known => (known.Kind, known.Word), known => known.Texts), words.Skip(1).SelectMany(known => known).ToLookup(known => known.Kind, known => (known.Word, known.Texts)));
        return new(of[0].No, of[0].Last, of[0].Texts, of[0].Words, asked);
    }

    private static IEnumerable<NpgsqlBatchCommand> Questions(long tenant, SearchWish wish, IReadOnlyList<SearchKind> kinds)
    {
        string[] words = [.. wish.Parts.Where(part => !part.Beginning).SelectMany(part => part.Words).Distinct()];
        yield return Command(Known, tenant, kinds.Select(kind => (short)kind).ToArray(), words);
        foreach (var word in wish.Parts.Where(part => part.Beginning).Select(part => part.Words[0]))
        {
            foreach (var kind in kinds)
                yield return Command(_beginnings, tenant, (short)kind, word, word + "\uFFFF");
        }
    }
}
