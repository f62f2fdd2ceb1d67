using System.Text;
using SQLitePCL;

namespace Grainline.Journal.Sqlite;

/// <summary>A prepared statement. Parameters count from 1, columns from 0, as in SQLite. Reset after use: an open one holds a read lock.</summary>
internal sealed class SqliteStatement(SqliteDatabase database, sqlite3_stmt handle) : IDisposable
{
    public SqliteStatement Bind(int parameter, long value)
    {
        database.Check(raw.sqlite3_bind_int64(handle, parameter, value));
        return this;
    }

    public SqliteStatement Bind(int parameter, string? text)
    {
        if (text is null) return BindNull(parameter);
        // An empty span has no address, which SQLite takes for NULL.
        if (text.Length == 0) return Empty(parameter);
        var most = JournalArguments.StrictUtf8.GetMaxByteCount(text.Length);
        var utf8 = most <= 2_048 ? stackalloc byte[most] : new byte[most];
        database.Check(raw.sqlite3_bind_text(handle, parameter, utf8[..JournalArguments.StrictUtf8.GetBytes(text, utf8)]));
        return this;
    }

    public SqliteStatement Bind(int parameter, double value)
    {
        database.Check(raw.sqlite3_bind_double(handle, parameter, value));
        return this;
    }

    public SqliteStatement Bind(int parameter, ReadOnlySpan<byte> blob)
    {
        database.Check(raw.sqlite3_bind_blob(handle, parameter, blob));
        return this;
    }

    public SqliteStatement BindNull(int parameter)
    {
        database.Check(raw.sqlite3_bind_null(handle, parameter));
        return this;
    }

    private SqliteStatement Empty(int parameter)
    {
        database.Check(raw.sqlite3_bind_text(handle, parameter, ""));
        return this;
    }

    /// <summary>True when it stands on a row, false when it is done.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        database.Check(code);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Runs to the end and resets.</summary>
    public void Run()
    {
        var code = raw.sqlite3_step(handle);
        raw.sqlite3_reset(handle);
        database.Check(code);
    }

    public void Reset() => raw.sqlite3_reset(handle);

    public long Int64(int column) => raw.sqlite3_column_int64(handle, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    // A text column read as a blob is its UTF-8 bytes, without the copy that a C string would need.
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    public byte[] Blob(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    public void Dispose() => handle.Dispose();
}
