using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;
using Grainline.Journal.ReadModels.Sql;
using Grainline.Journal.Sqlite.ReadModels.Tickets;

namespace Grainline.Journal.Sqlite.ReadModels.Search;

/// <summary>
/// The newest texts that match and that the reader may see. Looked for in slices of texts, newest first and growing, because the index cannot be stopped inside one: a common word is
/// answered from the first slice, and between two the budget is looked at.
/// </summary>
internal sealed class CandidateScan(SqliteDatabase database, SearchRowQuery query, long tenantNumber, long? shownFirst, bool withConversations, long likelyMatches, Func<bool> isTooLate)
{
    private const long FirstSlice = 16_384;
    private const long LargestSlice = 262_144;
    private const long MostNarrow = 20_000;

    private readonly List<Candidate> _found = [];
    private bool _isNarrow;

    private string Tenant => query.Reader.Tenant;

    public IReadOnlyList<Candidate> Found => _found;

    /// <summary>True when everything was looked at; false when there are as many as are ranked, or it is too late.</summary>
    public bool Run(string match, long top)
    {
        database.GiveUpWhen(isTooLate);
        try
        {
            for (var (size, slices) = (FirstSlice, 0); top > 0 && _found.Count < query.Candidates; (size, slices) = (Math.Min(size * 4, LargestSlice), slices + 1))
            {
                if (isTooLate())
                    return false;
                // Only once it is known that those who match are seldom those who are meant.
                if (slices == 1)
                    _isNarrow = Narrow();
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
        sql.Add("SELECT d.id, o.kind, o.id, d.seq, d.at, d.words FROM search_index i CROSS JOIN search_doc d ON d.id = i.rowid CROSS JOIN search_owner o ON o.key = d.owner");
        if (withConversations)
            sql.Add($"LEFT JOIN ticket t ON o.kind = 0 AND t.tenant = {sql[Tenant]} AND t.id = o.id LEFT JOIN conversation c ON o.kind = 1 AND c.tenant = {sql[Tenant]} AND c.id = o.id");
        else if (!_isNarrow)
            sql.Add($"CROSS JOIN ticket t ON t.tenant = {sql[Tenant]} AND t.id = o.id");
        sql.Add($"WHERE i.search_index MATCH {sql[match]} AND i.rowid > {sql[above]} AND i.rowid <= {sql[upTo]}")
            .Add(withConversations ? $"AND CASE o.kind WHEN 0 THEN t.key IS NOT NULL AND {Ticket(sql)} ELSE c.id IS NOT NULL AND {Conversation(sql)} END"
                : _isNarrow ? "AND d.owner IN (SELECT owner FROM temp.narrow)"
                : $"AND {Ticket(sql)}")
            .Add($"ORDER BY i.rowid DESC LIMIT {query.Candidates - _found.Count}");
        using var select = sql.Prepare(database);
        while (select.Step())
        {
            _found.Add(new(
                select.Int64(0), (SearchKind)select.Int64(1), select.Text(2), select.Int64(3), DateTimeOffset.FromUnixTimeMilliseconds(select.Int64(4)), (int)select.Int64(5)));
        }
    }

    /// <summary>When filter or reader leave few tickets, these are found first: among many matches it is cheaper to look whether one is of them than to look at its ticket.</summary>
    private bool Narrow()
    {
        if (withConversations || TicketSource.Keys(database, query.Reader, query.Filter ?? TicketRowFilter.Everything, Math.Min(MostNarrow, likelyMatches / 2)) is not { } keys)
            return false;
        database.Execute("CREATE TEMP TABLE IF NOT EXISTS narrow (owner INTEGER PRIMARY KEY); DELETE FROM temp.narrow");
        var sql = new SqlText();
        sql.Add("INSERT OR IGNORE INTO temp.narrow SELECT o.key")
            .Add($"FROM ({keys(sql)}) k CROSS JOIN ticket t ON t.key = k.key CROSS JOIN search_owner o ON o.tenant = {sql[tenantNumber]} AND o.kind = 0 AND o.id = t.id")
            .Add($"WHERE {Ticket(sql)}");
        using var insert = sql.Prepare(database);
        insert.Run();
        return true;
    }

    private string Ticket(SqlText sql)
    {
        var asked = SqliteTicketSql.Conditions.Asked(sql, query.Reader, query.Filter ?? TicketRowFilter.Everything);
        // It stands above the others already.
        return shownFirst is { } number ? $"{asked} AND t.number <> {sql[number]}" : asked;
    }

    private string Conversation(SqlText sql) => query.Queues is { } queues ? $"(c.queue IN {sql.Any(queues)} OR c.assignee = {sql[query.Reader.Agent]})" : "TRUE";
}
