using Grainline.Journal.ReadModels;
using Npgsql;
using static Grainline.Journal.Postgres.ReadModels.PostgresText;

namespace Grainline.Journal.Postgres.ReadModels.Tickets;

/// <summary>From tickets and deeds to statements that write all of them at once.</summary>
internal static class TicketWrites
{
    private const string Columns =
        "tenant, id, number, version, changed, team, state, category, priority, assignee, requester, email, marks, created, updated, due, breached, form, form_version, fields, field_values, row";

    private const string Upsert = $"""
        INSERT INTO ticket AS t ({Columns})
        SELECT u.tenant, u.id, number, version, changed, team, state, category, priority, assignee, requester, email, string_to_array(marks, $23), created, updated, due, breached, form,
          form_version, fields, string_to_array(field_values, $23), row
        FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::text[], $7::text[], $8::integer[], $9::integer[], $10::text[], $11::text[], $12::text[], $13::text[],
          $14::bigint[], $15::bigint[], $16::bigint[], $17::integer[], $18::text[], $19::integer[], $20::bytea[], $21::text[], $22::bytea[]) AS u ({Columns})
        ON CONFLICT (tenant, id) DO UPDATE SET
          version = EXCLUDED.version, changed = EXCLUDED.changed, team = EXCLUDED.team, state = EXCLUDED.state, category = EXCLUDED.category, priority = EXCLUDED.priority,
          assignee = EXCLUDED.assignee, requester = EXCLUDED.requester, email = EXCLUDED.email, marks = EXCLUDED.marks, updated = EXCLUDED.updated, due = EXCLUDED.due,
          breached = EXCLUDED.breached, form = EXCLUDED.form, form_version = EXCLUDED.form_version, fields = EXCLUDED.fields, field_values = EXCLUDED.field_values, row = EXCLUDED.row
        WHERE t.version < EXCLUDED.version
        """;

    private const string Insert = """
        INSERT INTO ticket_deed (tenant, person, at, position, ticket, seq) SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::bigint[])
        ON CONFLICT DO NOTHING
        """;

    public static IEnumerable<NpgsqlBatchCommand> Of(IReadOnlyCollection<StoredTicket> tickets, IReadOnlyCollection<TicketDeed> deeds)
    {
        if (tickets.Count > 0)
            // A statement may change a row once; two writers take turns at rows in one order.
            yield return Tickets([.. tickets.GroupBy(t => (t.Tenant, t.Id)).Select(same => same.MaxBy(t => t.Version)!).OrderBy(t => t.Tenant, StringComparer.Ordinal).ThenBy(t => t.Id, StringComparer.Ordinal)]);
        if (deeds.Count > 0)
            yield return Deeds([.. deeds]);
    }

    private static NpgsqlBatchCommand Tickets(StoredTicket[] tickets)
    {
        return Command(
            Upsert, Texts(t => t.Tenant), Texts(t => t.Id), Each(t => t.Number), Each(t => t.Version), Each(t => t.Changed), Texts(t => t.Team), Texts(t => t.State), Each(t => t.Category),
            Each(t => t.Priority), Texts(t => t.Assignee), Texts(t => t.Requester), Texts(t => t.Email),
            Texts(t => string.Join(TicketMarks.Separator, t.Tags.Select(tag => TicketMarks.Tag(t.Tenant, tag)).Concat(t.Watchers.Select(agent => TicketMarks.Watcher(t.Tenant, agent))))),
            Each(t => t.CreatedAt.ToUnixTimeMilliseconds()), Each(t => t.UpdatedAt.ToUnixTimeMilliseconds()), Each(t => TicketRowPlace.Of(t, TicketRowOrder.Due).Value), Each(t => t.Breached ? 1 : 0),
            Texts(t => t.Form), Each(t => t.FormVersion), Each(t => t.Fields.ToArray()), Texts(t => string.Join(TicketMarks.Separator, TicketMarks.Fields(t.Fields))), Each(t => t.Json.ToArray()),
            $"{TicketMarks.Separator}");

        T[] Each<T>(Func<StoredTicket, T> of) => [.. tickets.Select(of)];

        string?[] Texts(Func<StoredTicket, string?> of) => Each(t => StorableOrNull(of(t)));
    }

    private static NpgsqlBatchCommand Deeds(TicketDeed[] deeds) => Command(
        Insert, deeds.Select(d => Storable(d.Tenant)).ToArray(), deeds.Select(d => Storable(d.Person)).ToArray(), deeds.Select(d => d.At.ToUnixTimeMilliseconds()).ToArray(),
        deeds.Select(d => d.Position).ToArray(), deeds.Select(d => Storable(d.Ticket)).ToArray(), deeds.Select(d => d.Seq).ToArray());
}
