using Grainline.Journal.Postgres.ReadModels;
using Grainline.Journal.Postgres.ReadModels.Tickets;
using Grainline.Journal.ReadModels;
using Grainline.Journal.Tests.ReadModels;
using Npgsql;
using static Grainline.Journal.Tests.ReadModels.SomeTickets;

namespace Grainline.Journal.Tests.Postgres.ReadModels;

/// <summary>Lists do not look at all of many rows, also where nothing is to be found.</summary>
public sealed class PostgresPlanTests : ReadModelTest<PostgresReadModelBackend>
{
    // A thousand are counted before the page is read; of what one row in ten is, they are found in a row.
    private const long Most = 12_000;

    // What is open is in one queue, and in one team, alone.
    private const string Fill = """
        INSERT INTO conversation SELECT 'acme', 'c' || n, 1, CASE WHEN n % 50 = 0 THEN 'Open' ELSE 'Closed' END, 'queue' || n % 10, 'agent' || n % 300, n, 'x' FROM generate_series(1, 30000) n;
        INSERT INTO ticket SELECT 'acme', 't' || n, n, 1, n, 'team' || n % 20, 'open', CASE WHEN n % 20 = 0 THEN 1 ELSE 5 END, 0, 'agent' || n % 300, 'ada' || n % 5000, NULL,
          ARRAY['t/acme/tag' || n % 200, 'w/acme/agent' || n % 1000], n, (n * 7919) % 30000, n, 0, 'default', 1, '{}', '{}', 'x' FROM generate_series(1, 30000) n;
        ANALYZE conversation, ticket
        """;

    private static readonly RowQuery Conversations = new(Tenant, [], null, null, null, null, 50);
    private static readonly TicketRowReader Member = new(Tenant, "agent7", ["team3", "team4"]);

    [Fact]
    public async Task List_OfManyRows_LooksAtFew()
    {
        await Backend.Database.Execute(Fill, Cancelled);
        foreach (var query in new[]
        {
            Conversations,
            Conversations with { Statuses = ["Open"] },
            Conversations with { Statuses = ["Open"], Queues = ["queue1", "queue2"], OrAssignee = "agent7" },
            Conversations with { Queues = ["queue1", "queue2"], OrAssignee = "agent7", Before = new(DateTimeOffset.FromUnixTimeMilliseconds(15_000), "c1") },
            Conversations with { Queues = ["nowhere"] },
            Conversations with { Assignee = "agent7" },
        })
            await LooksAtFew(query.ToString(), connection => PostgresConversationRows.List(connection, query, Cancelled));
        foreach (var reader in new[] { Everybody, Member, Member with { Teams = [] } })
        {
            foreach (var filter in new TicketRowFilter[]
            {
                new(), new(Tags: ["tag7"]), new(Tags: ["nowhere"]), new(Assignees: ["agent7"]), new(Requester: "ada7"), new(Watcher: "agent7"), new(Number: 7), new(Categories: [0, 1, 2, 3]),
                new(Categories: [0, 1, 2, 3], Teams: ["team3"]),
            })
            {
                foreach (var order in Enum.GetValues<TicketRowOrder>())
                    await LooksAtFew($"{reader} {filter} {order}", connection => TicketReads.List(connection, new(reader, filter, order, true, null, 50), Cancelled));
            }
        }
    }

    private async Task LooksAtFew<T>(string what, Func<NpgsqlConnection, Task<T>> list)
    {
        await using var connection = await Backend.Source.OpenConnectionAsync(Cancelled);
        await using var transaction = await connection.BeginTransactionAsync(Cancelled);
        // What earlier transactions of the session looked at may still be among it.
        var before = await LookedAt(connection);
        await list(connection);
        var rows = await LookedAt(connection) - before;
        Assert.True(rows <= Most, $"{rows} rows for {what}");
    }

    private static async Task<long> LookedAt(NpgsqlConnection connection)
    {
        await using var looked = new NpgsqlCommand("SELECT coalesce(sum(seq_tup_read + idx_tup_fetch), 0)::bigint FROM pg_stat_xact_user_tables WHERE schemaname = 'grainline'", connection);
        return (long)(await looked.ExecuteScalarAsync(Cancelled))!;
    }
}
