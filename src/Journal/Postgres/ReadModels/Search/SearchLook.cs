using System.Globalization;
using Grainline.Journal.ReadModels.Search;
using Npgsql;
using static Grainline.Journal.Postgres.ReadModels.PostgresText;

namespace Grainline.Journal.Postgres.ReadModels.Search;

/// <summary>Questions to the index, each within what is left of the budget. The newest texts come first.</summary>
/// <param name="left">Of the budget.</param>
internal sealed class SearchLook(NpgsqlConnection connection, long tenant, AskedWords asked, SearchConditions conditions, Func<TimeSpan> left)
{
    // There is one good way to ask each of these; estimates of rows that no statistics know would only mislead.
    private const string Settings = """
        SELECT set_config('statement_timeout', $1, true), set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true),
          set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)
        """;

    private const string Columns = "d.no, d.kind, d.item, d.seq, d.at, d.words, x.text";

    // Tickets that are few, if there are four times as many texts that match.
    private const long MostFew = 5_000;

    private readonly SearchKeys _keys = new(tenant);

    public bool IsTooLate => left() <= TimeSpan.Zero;

    /// <summary>From a slice up to a text.</summary>
    public async Task<IReadOnlyList<(Candidate Found, string Text)>> Slices(long first, long top, int limit, CancellationToken cancellationToken)
    {
        var sql = New();
        var words = asked.Groups.Select(group => $"keys && {sql[Keys(group, first, SearchKeys.SliceOf(top))]}::bigint[]");
        sql.Add($"SELECT {Columns} FROM (SELECT * FROM (SELECT tenant, no, kind, item, seq, at, words FROM search_doc WHERE {string.Join(" AND ", words)} OFFSET 0) found")
            .Add($"WHERE tenant = {sql[tenant]} AND no >= {sql[SearchKeys.FirstOf(first)]} AND no <= {sql[top]} ORDER BY no DESC OFFSET 0) d")
            .Add($"JOIN search_text x ON x.tenant = d.tenant AND x.no = d.no WHERE {conditions.Texts(sql)} ORDER BY d.no DESC LIMIT {limit}");
        return await Ask(sql.Command(), Read, cancellationToken);
    }

    /// <summary>When filter or reader leave few tickets, it is cheaper to look at their texts than at all that match.</summary>
    /// <param name="likely">Texts that match, about.</param>
    public async Task<bool> AreFewMeant(long likely, CancellationToken cancellationToken)
    {
        var most = Math.Min(MostFew, likely / 4);
        if (conditions.WithConversations || most == 0)
            return false;
        var sql = New();
        sql.Add($"SELECT count(*) FROM (SELECT FROM ticket t WHERE {conditions.Tickets(sql)} LIMIT {most + 1}) meant");
        return (await Ask(sql.Command(), row => row.GetInt64(0), cancellationToken))[0] <= most;
    }

    /// <summary>Texts of those few tickets, up to a text.</summary>
    public async Task<IReadOnlyList<(Candidate Found, string Text)>> Few(long top, int limit, CancellationToken cancellationToken)
    {
        var sql = New();
        var words = asked.Groups.Select(group => $"d.keys && ARRAY[{string.Join(", ", group.Select(word => _keys.Sql(word.Kind, word.Word, "d.no")))}]");
        sql.Add($"WITH few AS MATERIALIZED (SELECT t.id FROM ticket t WHERE {conditions.Tickets(sql)}), matching AS MATERIALIZED (")
            .Add($"SELECT d.tenant, d.no, d.kind, d.item, d.seq, d.at, d.words FROM few JOIN search_doc d ON d.tenant = {sql[tenant]} AND d.kind = 0 AND d.item = few.id")
            .Add($"WHERE d.no <= {sql[top]} AND {string.Join(" AND ", words)} ORDER BY d.no DESC LIMIT {limit})")
            .Add($"SELECT {Columns} FROM matching d JOIN search_text x ON x.tenant = d.tenant AND x.no = d.no ORDER BY d.no DESC");
        return await Ask(sql.Command(), Read, cancellationToken);
    }

    private static (Candidate Found, string Text) Read(NpgsqlDataReader row) =>
        (new(row.GetInt64(0), (SearchKind)row.GetInt16(1), row.GetString(2), row.GetInt64(3), row.Instant(4), row.GetInt32(5)), row.GetString(6));

    private string Keys(IReadOnlyList<(SearchKind Kind, string Word)> group, long first, long last)
    {
        var keys = new List<long>();
        for (var slice = first; slice <= last; slice++)
            keys.AddRange(group.Select(word => _keys[word.Kind, word.Word, slice]));
        return $"{{{string.Join(',', keys)}}}";
    }

    private async Task<IReadOnlyList<T>> Ask<T>(NpgsqlBatchCommand question, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var timeout = Math.Clamp((long)Math.Ceiling(left().TotalMilliseconds), 1, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        return (await connection.Each([Command(Settings, timeout), question], (row, i) => i == 0 ? default! : read(row), cancellationToken))[1];
    }
}
