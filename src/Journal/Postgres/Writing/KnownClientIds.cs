using Npgsql;

namespace Grainline.Journal.Postgres.Writing;

/// <summary>Which entries are already there, for appends that the database has refused because of one.</summary>
internal static class KnownClientIds
{
    private const string Select =
        """
        SELECT stream.name, entry.client_id, entry.seq FROM unnest($1::text[], $2::text[]) AS wanted (stream, client_id)
        JOIN stream ON stream.name = wanted.stream JOIN entry ON entry.stream_id = stream.id AND entry.client_id = wanted.client_id
        """;

    public static async Task<IReadOnlyDictionary<(string Stream, string ClientId), long>> FindAsync(NpgsqlConnection connection, IReadOnlyList<AppendChain> chains)
    {
        (string Stream, string ClientId)[] wanted =
            [.. from chain in chains from entry in chain.Entries where entry.ClientId is not null select (chain.Stream, entry.ClientId)];
        await using var command = new NpgsqlCommand(Select, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string[]> { TypedValue = [.. wanted.Select(one => one.Stream)] },
                new NpgsqlParameter<string[]> { TypedValue = [.. wanted.Select(one => one.ClientId)] },
            },
        };
        var known = new Dictionary<(string, string), long>();
        await using var rows = await command.ExecuteReaderAsync().ConfigureAwait(false);
        while (await rows.ReadAsync().ConfigureAwait(false)) known.TryAdd((rows.GetString(0), rows.GetString(1)), rows.GetInt64(2));
        return known;
    }
}
