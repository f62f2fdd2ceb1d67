using System.Globalization;
using Npgsql;

namespace Grainline.Journal.Postgres;

/// <summary>Current values with versions from a sequence, which never gives a number twice; the ETag is the version in hexadecimal.</summary>
internal sealed class PostgresStateStore(PostgresStore store, PostgresOptions options, PostgresReads reads) : IStateStore
{
    private const string Select = "SELECT payload, version FROM state WHERE kind = $1 AND key = $2";
    private const string Insert = "INSERT INTO state (kind, key, version, payload) VALUES ($1, $2, nextval('state_version'), $3) ON CONFLICT DO NOTHING RETURNING version";
    private const string Update = "UPDATE state SET version = nextval('state_version'), payload = $3 WHERE kind = $1 AND key = $2 AND version = $4 RETURNING version";
    private const string Delete = "DELETE FROM state WHERE kind = $1 AND key = $2 AND version = $3 RETURNING version";

    public async ValueTask<StoredState?> ReadAsync(string kind, string key, CancellationToken cancellationToken = default)
    {
        Check(kind, key);
        return await reads.QueryAsync(Select, [Text(kind), Text(key)],
            async (rows, stop) => await rows.ReadAsync(stop).ConfigureAwait(false) ? new StoredState(rows.GetFieldValue<byte[]>(0), ETag(rows.GetInt64(1))) : null,
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<string> WriteAsync(
        string kind, string key, ReadOnlyMemory<byte> payload, string? expectedETag, CancellationToken cancellationToken = default)
    {
        Check(kind, key);
        if (payload.Length > options.MaxStateBytes)
            throw new ArgumentException($"A state has at most {options.MaxStateBytes} bytes, not {payload.Length}.", nameof(payload));
        NpgsqlParameter value = new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = payload };
        var written = expectedETag is null ? await VersionAsync(Insert, [Text(kind), Text(key), value], cancellationToken).ConfigureAwait(false)
            : Version(expectedETag) is { } version ? await VersionAsync(Update, [Text(kind), Text(key), value, Number(version)], cancellationToken).ConfigureAwait(false)
            : null;
        return written is { } now ? ETag(now) : throw await MismatchAsync(kind, key, expectedETag, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask ClearAsync(string kind, string key, string? expectedETag, CancellationToken cancellationToken = default)
    {
        Check(kind, key);
        if (expectedETag is null)
        {
            if (await ReadAsync(kind, key, cancellationToken).ConfigureAwait(false) is { } there) throw new ETagMismatchException(kind, key, null, there.ETag);
            return;
        }
        if (Version(expectedETag) is not { } version || await VersionAsync(Delete, [Text(kind), Text(key), Number(version)], cancellationToken).ConfigureAwait(false) is null)
            throw await MismatchAsync(kind, key, expectedETag, cancellationToken).ConfigureAwait(false);
    }

    private static void Check(string kind, string key)
    {
        JournalArguments.Name(kind);
        JournalArguments.Name(key);
    }

    private static string ETag(long version) => version.ToString("x", CultureInfo.InvariantCulture);

    // Only the one spelling that we give out.
    private static long? Version(string eTag) =>
        long.TryParse(eTag, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var version) && ETag(version) == eTag ? version : null;

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };

    private static NpgsqlParameter<long> Number(long value) => new() { TypedValue = value };

    private async Task<ETagMismatchException> MismatchAsync(string kind, string key, string? expected, CancellationToken cancellationToken) =>
        new(kind, key, expected, (await ReadAsync(kind, key, cancellationToken).ConfigureAwait(false))?.ETag);

    /// <summary>The version that was written or removed; null when another one is there.</summary>
    private Task<long?> VersionAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken) => store.ExecuteAsync(async connection =>
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        return (long?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }, cancellationToken);
}
