using Grainline.Journal.Postgres.ReadModels.Tickets;
using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;
using Grainline.Journal.ReadModels.Sql;

namespace Grainline.Journal.Postgres.ReadModels.Search;

/// <summary>Which texts the reader may see and the filter means, as a condition on <c>d</c>.</summary>
/// <param name="shownFirst">Number of the ticket that stands above the others already.</param>
internal sealed class SearchConditions(SearchRowQuery query, long? shownFirst, bool withConversations)
{
    public bool WithConversations => withConversations;

    /// <summary>The tickets that are meant, as a condition on <c>t</c>.</summary>
    public string Tickets(SqlText sql)
    {
        var asked = PostgresTicketSql.Conditions.Asked(sql, query.Reader, query.Filter ?? TicketRowFilter.Everything);
        var other = shownFirst is { } number ? $" AND t.number <> {sql[number]}" : "";
        return asked + other;
    }

    // OFFSET 0 keeps them what they are, a look at one row for each text: nobody needs all tickets first.
    public string Texts(SqlText sql)
    {
        var ticket = $"EXISTS (SELECT FROM ticket t WHERE t.id = d.item AND {Tickets(sql)} OFFSET 0)";
        return withConversations ? $"CASE d.kind WHEN 0 THEN {ticket} ELSE EXISTS (SELECT FROM conversation c WHERE c.id = d.item AND {Conversations(sql)} OFFSET 0) END" : ticket;
    }

    private string Conversations(SqlText sql)
    {
        var own = query.Queues is { } queues ? $" AND (c.queue IN {sql.Any(queues)} OR c.assignee = {sql[query.Reader.Agent]})" : "";
        return $"c.tenant = {sql[query.Reader.Tenant]}{own}";
    }
}
