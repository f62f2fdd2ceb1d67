using System.Globalization;

namespace Grainline.Journal.Sqlite;

/// <summary>Current values with versions; the ETag is the version in hexadecimal.</summary>
internal sealed class StateTable(SqliteDatabase database) : IDisposable
{
    private const int CounterBits = 40;

    private readonly SqliteStatement _select = database.Prepare("SELECT version FROM state WHERE kind = ?1 AND key = ?2");
    private readonly SqliteStatement _insert = database.Prepare("INSERT INTO state (kind, key, version, payload) VALUES (?1, ?2, ?3, ?4)");
    private readonly SqliteStatement _update = database.Prepare("UPDATE state SET version = ?3, payload = ?4 WHERE kind = ?1 AND key = ?2");
    private readonly SqliteStatement _delete = database.Prepare("DELETE FROM state WHERE kind = ?1 AND key = ?2");

    // Every opening of the file begins a block of its own, so a version is never used twice even though the counter is not stored.
    private long _lastVersion = database.Scalar("SELECT number FROM incarnation") << CounterBits;

    public static string ETag(long version) => version.ToString("x", CultureInfo.InvariantCulture);

    public ETagMismatchException? Write(string kind, string key, ReadOnlySpan<byte> payload, string? expected, out string eTag)
    {
        eTag = "";
        if (Check(kind, key, expected) is { } mismatch) return mismatch;
        var version = ++_lastVersion;
        (expected is null ? _insert : _update).Bind(1, kind).Bind(2, key).Bind(3, version).Bind(4, payload).Run();
        eTag = ETag(version);
        return null;
    }

    public ETagMismatchException? Clear(string kind, string key, string? expected)
    {
        if (Check(kind, key, expected) is { } mismatch) return mismatch;
        if (expected is not null) _delete.Bind(1, kind).Bind(2, key).Run();
        return null;
    }

    public void Dispose()
    {
        _select.Dispose();
        _insert.Dispose();
        _update.Dispose();
        _delete.Dispose();
    }

    private ETagMismatchException? Check(string kind, string key, string? expected)
    {
        try
        {
            var current = _select.Bind(1, kind).Bind(2, key).Step() ? ETag(_select.Int64(0)) : null;
            return current == expected ? null : new ETagMismatchException(kind, key, expected, current);
        }
        finally
        {
            _select.Reset();
        }
    }
}
