using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;
using Grainline.Journal.Sqlite.ReadModels.Tickets;

namespace Grainline.Journal.Sqlite.ReadModels.Search;

internal readonly record struct Candidate(long Doc, long Owner, SearchKind Kind, string Id, long Seq, DateTimeOffset At, int Words);

/// <summary>
/// The newest texts that match and that the reader may see. Looked for in slices of texts, newest first and growing, because the index cannot be stopped inside one: a common word is
/// answered from the first slice, and between two the budget is looked at.
/// </summary>
internal sealed class CandidateScan(SqliteDatabase database, SearchRowQuery query, long? shownFirst, Func<bool> isTooLate)
{
    private const long FirstSlice = 16_384;
    private const long LargestSlice = 262_144;

    private readonly List<Candidate> _found = [];

    public IReadOnlyList<Candidate> Found => _found;

    /// <summary>True when everything was looked at; false when there are as many as are ranked, or it is too late.</summary>
    public bool Run(string match, long top)
    {
        database.GiveUpWhen(isTooLate);
        try
        {
            for (var size = FirstSlice; top > 0 && _found.Count < query.Candidates; size = Math.Min(size * 4, LargestSlice))
            {
                if (isTooLate())
                    return false;
                Look(match, Math.Max(0, top - size), top);
                top -= size;
            }

            return _found.Count < query.Candidates;
        }
        catch (SqliteException e) when (e.IsGivenUp)
        {
            return false;
        }
        finally
        {
            database.GiveUpWhen(null);
        }
    }

    private void Look(string match, long above, long upTo)
    {
        var sql = new SqlText();
        sql.Add("SELECT d.id, d.owner, o.kind, o.id, d.seq, d.at, d.words FROM search_index i CROSS JOIN search_doc d ON d.id = i.rowid CROSS JOIN search_owner o ON o.key = d.owner")
            .Add($"LEFT JOIN ticket t ON o.kind = 0 AND t.tenant = {sql[query.Reader.Tenant]} AND t.id = o.id")
            .Add($"LEFT JOIN conversation c ON o.kind = 1 AND c.tenant = {sql[query.Reader.Tenant]} AND c.id = o.id")
            .Add($"WHERE i.search_index MATCH {sql[match]} AND i.rowid > {sql[above]} AND i.rowid <= {sql[upTo]}")
            .Add($"AND CASE o.kind WHEN 0 THEN t.key IS NOT NULL AND {Ticket(sql)} ELSE c.id IS NOT NULL AND {Conversation(sql)} END")
            .Add($"ORDER BY i.rowid DESC LIMIT {query.Candidates - _found.Count}");
        using var select = sql.Prepare(database);
        while (select.Step())
        {
            _found.Add(new(
                select.Int64(0), select.Int64(1), (SearchKind)select.Int64(2), select.Text(3), select.Int64(4),
                DateTimeOffset.FromUnixTimeMilliseconds(select.Int64(5)), (int)select.Int64(6)));
        }
    }

    private string Ticket(SqlText sql)
    {
        var asked = $"{TicketSql.Visible(sql, query.Reader)} AND {TicketSql.Meant(sql, query.Filter ?? TicketRowFilter.Everything)}";
        // It stands above the others already.
        return shownFirst is { } number ? $"{asked} AND t.number <> {sql[number]}" : asked;
    }

    private string Conversation(SqlText sql) => !query.Conversations || query.Filter is not null ? "FALSE"
        : query.Queues is { } queues ? $"(c.queue IN {sql.Any(queues)} OR c.assignee = {sql[query.Reader.Agent]})"
        : "TRUE";
}
