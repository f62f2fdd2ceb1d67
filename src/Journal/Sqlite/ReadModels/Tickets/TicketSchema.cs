namespace Grainline.Journal.Sqlite.ReadModels.Tickets;

/// <summary>
/// The tables of tickets' lists. Every order has an index that ends with the number, which makes it total; what selects few tickets has one too, so that a list is read from
/// whichever gives less to look at (<see cref="TicketSource"/>). What changes with every event stands in few of them.
/// </summary>
internal static class TicketSchema
{
    public const string Sql = """
        CREATE TABLE IF NOT EXISTS ticket (
          key INTEGER PRIMARY KEY, tenant TEXT NOT NULL, id TEXT NOT NULL, number INTEGER NOT NULL, version INTEGER NOT NULL, changed INTEGER NOT NULL, updated INTEGER NOT NULL,
          team TEXT NOT NULL, state TEXT NOT NULL, category INTEGER NOT NULL, priority INTEGER NOT NULL, assignee TEXT, requester TEXT, email TEXT, tags TEXT NOT NULL, watchers TEXT NOT NULL,
          created INTEGER NOT NULL, due INTEGER NOT NULL, breached INTEGER NOT NULL, form TEXT NOT NULL, form_version INTEGER NOT NULL, fields TEXT NOT NULL, row BLOB NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS ticket_id ON ticket (tenant, id);
        CREATE INDEX IF NOT EXISTS ticket_number ON ticket (tenant, number);
        CREATE INDEX IF NOT EXISTS ticket_changed ON ticket (tenant, changed);
        CREATE INDEX IF NOT EXISTS ticket_updated ON ticket (tenant, updated, number);
        CREATE INDEX IF NOT EXISTS ticket_created ON ticket (tenant, created, number);
        CREATE INDEX IF NOT EXISTS ticket_due ON ticket (tenant, due, number);
        CREATE INDEX IF NOT EXISTS ticket_priority ON ticket (tenant, priority, number);
        CREATE INDEX IF NOT EXISTS ticket_team ON ticket (tenant, team);
        CREATE INDEX IF NOT EXISTS ticket_assignee ON ticket (tenant, assignee);
        CREATE INDEX IF NOT EXISTS ticket_requester ON ticket (tenant, requester);
        CREATE INDEX IF NOT EXISTS ticket_email ON ticket (tenant, email);
        CREATE INDEX IF NOT EXISTS ticket_open ON ticket (tenant, form, id) WHERE category < 4;
        CREATE TABLE IF NOT EXISTS ticket_tag (tenant TEXT NOT NULL, tag TEXT NOT NULL, ticket INTEGER NOT NULL, PRIMARY KEY (tenant, tag, ticket)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS ticket_watcher (tenant TEXT NOT NULL, agent TEXT NOT NULL, ticket INTEGER NOT NULL, PRIMARY KEY (tenant, agent, ticket)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS ticket_deed (
          tenant TEXT NOT NULL, person TEXT NOT NULL, at INTEGER NOT NULL, position INTEGER NOT NULL, ticket TEXT NOT NULL, seq INTEGER NOT NULL,
          PRIMARY KEY (tenant, person, at, position)) WITHOUT ROWID;
        """;
}
