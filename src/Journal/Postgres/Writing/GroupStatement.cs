using Npgsql;

namespace Grainline.Journal.Postgres.Writing;

/// <summary>A group as statements of one transaction and one round trip, and what the database answered.</summary>
internal static class GroupStatement
{
    // In order of names, as the appends are: two processes never wait for each other.
    private const string Open =
        """
        INSERT INTO stream (name, epoch, head) SELECT name, 1, 0 FROM unnest($1::text[]) AS opened (name) ORDER BY name COLLATE "C"
        ON CONFLICT (name) DO UPDATE SET epoch = stream.epoch + 1 RETURNING name, epoch, head
        """;

    private const string Append = "SELECT accepted, first_position FROM append_entries($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    /// <summary>Returns after the commit.</summary>
    public static async Task<GroupAnswer> ExecuteAsync(NpgsqlConnection connection, IReadOnlyList<PendingOpen> opens, IReadOnlyList<AppendChain> chains)
    {
        // Without an explicit transaction the batch is one.
        await using var batch = new NpgsqlBatch(connection);
        if (opens.Count > 0) batch.BatchCommands.Add(OpenCommand(opens));
        if (chains.Count > 0) batch.BatchCommands.Add(AppendCommand(chains));
        await using var rows = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        var heads = new Dictionary<string, StreamHead>(StringComparer.Ordinal);
        if (opens.Count > 0)
        {
            while (await rows.ReadAsync().ConfigureAwait(false)) heads.Add(rows.GetString(0), new(rows.GetInt64(1), rows.GetInt64(2)));
            await rows.NextResultAsync().ConfigureAwait(false);
        }
        var (accepted, last) = (Array.Empty<bool>(), 0L);
        if (chains.Count > 0)
        {
            await rows.ReadAsync().ConfigureAwait(false);
            accepted = rows.GetFieldValue<bool[]>(0);
            if (accepted.Contains(true)) last = rows.GetInt64(1) + chains.Sum(chain => chain.Count) - 1;
        }
        // The end of the last result is also where a failed commit is told.
        while (await rows.NextResultAsync().ConfigureAwait(false)) { }
        return new(heads, accepted, last);
    }

    private static NpgsqlBatchCommand OpenCommand(IReadOnlyList<PendingOpen> opens) =>
        new(Open) { Parameters = { new NpgsqlParameter<string[]> { TypedValue = [.. opens.Select(open => open.Stream)] } } };

    private static NpgsqlBatchCommand AppendCommand(IReadOnlyList<AppendChain> chains)
    {
        var count = chains.Sum(chain => chain.Count);
        var (owners, places, times) = (new int[count], new int[count], new DateTime[count]);
        var (types, clientIds, payloads) = (new string[count], new string?[count], new ReadOnlyMemory<byte>[count]);
        var next = 0;
        for (var number = 0; number < chains.Count; number++)
        {
            var place = 0;
            foreach (var entry in chains[number].Entries)
            {
                (owners[next], places[next], times[next]) = (number + 1, ++place, DateTimeOffset.FromUnixTimeMilliseconds(entry.At.ToUnixTimeMilliseconds()).UtcDateTime);
                (types[next], clientIds[next], payloads[next]) = (entry.Type, entry.ClientId, entry.Payload);
                next++;
            }
        }
        return new(Append)
        {
            Parameters =
            {
                new NpgsqlParameter<string[]> { TypedValue = [.. chains.Select(chain => chain.Stream)] },
                new NpgsqlParameter<long[]> { TypedValue = [.. chains.Select(chain => chain.Epoch)] },
                new NpgsqlParameter<long[]> { TypedValue = [.. chains.Select(chain => chain.Head)] },
                new NpgsqlParameter<int[]> { TypedValue = [.. chains.Select(chain => chain.Count)] },
                new NpgsqlParameter<int[]> { TypedValue = owners },
                new NpgsqlParameter<int[]> { TypedValue = places },
                new NpgsqlParameter<DateTime[]> { TypedValue = times },
                new NpgsqlParameter<string[]> { TypedValue = types },
                new NpgsqlParameter<string?[]> { TypedValue = clientIds },
                new NpgsqlParameter<ReadOnlyMemory<byte>[]> { TypedValue = payloads },
            },
        };
    }
}
