using System.Text;
using Grainline.Journal.ReadModels;

namespace Grainline.Journal.Sqlite.ReadModels.Tickets;

/// <summary>Writes tickets in one transaction. What seldom changes is written only when it has: SQLite rewrites the indexes of all columns that an update names.</summary>
internal sealed class TicketWrites(SqliteDatabase database) : IDisposable
{
    private const string Cold = "team = ?2, state = ?3, category = ?4, priority = ?5, assignee = ?6, requester = ?7, email = ?8, due = ?9, form = ?10, form_version = ?11";

    private readonly SqliteStatement _find = database.Prepare("SELECT key, version, tags, watchers FROM ticket WHERE tenant = ?1 AND id = ?2");

    private readonly SqliteStatement _insert = database.Prepare("""
        INSERT INTO ticket (tenant, id, number, version, changed, updated, team, state, category, priority, tags, watchers, created, due, breached, form, form_version, fields, row)
        VALUES (?1, ?2, ?3, 0, 0, 0, '', '', 0, 0, '', '', ?4, 0, 0, '', 0, '{}', x'') RETURNING key
        """);

    private readonly SqliteStatement _hot = database.Prepare(
        "UPDATE ticket SET version = ?2, changed = ?3, updated = ?4, tags = ?5, watchers = ?6, breached = ?7, fields = ?8, row = ?9 WHERE key = ?1");

    private readonly SqliteStatement _cold = database.Prepare($"UPDATE ticket SET {Cold} WHERE key = ?1 AND NOT ({Cold.Replace(" = ", " IS ").Replace(", ", " AND ")})");

    private readonly SqliteStatement _deed = database.Prepare("INSERT OR IGNORE INTO ticket_deed (tenant, person, at, position, ticket, seq) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

    private readonly SqliteStatement _tag = database.Prepare("INSERT INTO ticket_tag VALUES (?1, ?2, ?3)");
    private readonly SqliteStatement _untag = database.Prepare("DELETE FROM ticket_tag WHERE tenant = ?1 AND tag = ?2 AND ticket = ?3");
    private readonly SqliteStatement _watch = database.Prepare("INSERT INTO ticket_watcher VALUES (?1, ?2, ?3)");
    private readonly SqliteStatement _unwatch = database.Prepare("DELETE FROM ticket_watcher WHERE tenant = ?1 AND agent = ?2 AND ticket = ?3");

    public void Write(StoredTicket ticket)
    {
        var (key, version, tags, watchers) = Find(ticket);
        if (version >= ticket.Version)
            return;
        if (key == 0)
            key = Insert(ticket);
        var (newTags, newWatchers) = (string.Join(' ', ticket.Tags), string.Join(' ', ticket.Watchers));
        _hot.Bind(1, key).Bind(2, ticket.Version).Bind(3, ticket.Changed).Bind(4, ticket.UpdatedAt.ToUnixTimeMilliseconds()).Bind(5, newTags).Bind(6, newWatchers)
            .Bind(7, ticket.Breached ? 1 : 0).Bind(8, Encoding.UTF8.GetString(ticket.Fields.Span)).Bind(9, ticket.Json.Span).Run();
        _cold.Bind(1, key).Bind(2, ticket.Team).Bind(3, ticket.State).Bind(4, ticket.Category).Bind(5, ticket.Priority).Bind(6, ticket.Assignee).Bind(7, ticket.Requester)
            .Bind(8, ticket.Email).Bind(9, TicketRowPlace.Of(ticket, TicketRowOrder.Due).Value).Bind(10, ticket.Form).Bind(11, ticket.FormVersion).Run();
        Match(tags, newTags, ticket.Tenant, key, _tag, _untag);
        Match(watchers, newWatchers, ticket.Tenant, key, _watch, _unwatch);
    }

    public void Write(TicketDeed deed) => _deed.Bind(1, deed.Tenant).Bind(2, deed.Person).Bind(3, deed.At.ToUnixTimeMilliseconds()).Bind(4, deed.Position).Bind(5, deed.Ticket).Bind(6, deed.Seq).Run();

    public void Dispose()
    {
        foreach (var statement in new[] { _find, _insert, _hot, _cold, _deed, _tag, _untag, _watch, _unwatch })
            statement.Dispose();
    }

    private static void Match(string before, string after, string tenant, long key, SqliteStatement add, SqliteStatement remove)
    {
        if (before == after)
            return;
        HashSet<string> had = [.. before.Split(' ', StringSplitOptions.RemoveEmptyEntries)], has = [.. after.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        foreach (var name in had.Except(has))
            remove.Bind(1, tenant).Bind(2, name).Bind(3, key).Run();
        foreach (var name in has.Except(had))
            add.Bind(1, tenant).Bind(2, name).Bind(3, key).Run();
    }

    private (long Key, long Version, string Tags, string Watchers) Find(StoredTicket ticket)
    {
        _find.Bind(1, ticket.Tenant).Bind(2, ticket.Id);
        var found = _find.Step() ? (_find.Int64(0), _find.Int64(1), _find.Text(2), _find.Text(3)) : (0, 0, "", "");
        _find.Reset();
        return found;
    }

    private long Insert(StoredTicket ticket)
    {
        _insert.Bind(1, ticket.Tenant).Bind(2, ticket.Id).Bind(3, ticket.Number).Bind(4, ticket.CreatedAt.ToUnixTimeMilliseconds());
        _insert.Step();
        var key = _insert.Int64(0);
        _insert.Reset();
        return key;
    }
}
