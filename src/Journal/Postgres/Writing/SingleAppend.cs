using Npgsql;

namespace Grainline.Journal.Postgres.Writing;

/// <summary>One append by itself, for those of which a group could not be accepted: it finds out why, so that the caller is told.</summary>
internal static class SingleAppend
{
    private const string Select = "SELECT epoch, head FROM stream WHERE name = $1";

    /// <summary>Appends it and returns its last position, or completes it with the refusal and returns 0.</summary>
    public static async Task<long> ExecuteAsync(NpgsqlConnection connection, PendingAppend append)
    {
        AppendChain[] chain = [new(append)];
        while (true)
        {
            if (await TryAsync(connection, chain).ConfigureAwait(false) is { } answer && answer.Accepted[0])
            {
                append.Complete(append.Head + append.Entries.Count);
                return answer.LastPosition;
            }
            // A refusal always stays true, except that the stream may have come to what was claimed between the two statements: then once more.
            if (await ReasonAsync(connection, append, chain).ConfigureAwait(false) is not { } refusal) continue;
            append.Fail(refusal);
            return 0;
        }
    }

    private static async Task<GroupAnswer?> TryAsync(NpgsqlConnection connection, AppendChain[] chain)
    {
        try
        {
            return await GroupStatement.ExecuteAsync(connection, [], chain).ConfigureAwait(false);
        }
        catch (PostgresException failure) when (PostgresFailure.IsDuplicate(failure) || PostgresFailure.GaveWay(failure))
        {
            return null;
        }
    }

    private static async Task<JournalException?> ReasonAsync(NpgsqlConnection connection, PendingAppend append, AppendChain[] chain)
    {
        var (epoch, head) = await CurrentAsync(connection, append.Stream).ConfigureAwait(false);
        if (epoch == 0 || epoch != append.Epoch) return new StaleEpochException(append.Stream, append.Epoch, epoch);
        if (head != append.Head) return new HeadMismatchException(append.Stream, append.Head, head);
        var known = await KnownClientIds.FindAsync(connection, chain).ConfigureAwait(false);
        return append.Entries.FirstOrDefault(entry => entry.ClientId is { } id && known.ContainsKey((append.Stream, id)))?.ClientId is { } duplicate
            ? new DuplicateClientIdException(append.Stream, duplicate, known[(append.Stream, duplicate)])
            : null;
    }

    private static async Task<StreamHead> CurrentAsync(NpgsqlConnection connection, string stream)
    {
        await using var command = new NpgsqlCommand(Select, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = stream } } };
        await using var rows = await command.ExecuteReaderAsync().ConfigureAwait(false);
        return await rows.ReadAsync().ConfigureAwait(false) ? new(rows.GetInt64(0), rows.GetInt64(1)) : default;
    }
}
