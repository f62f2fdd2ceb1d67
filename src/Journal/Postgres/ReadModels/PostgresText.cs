using Grainline.Journal.ReadModels.Sql;
using Npgsql;

namespace Grainline.Journal.Postgres.ReadModels;

internal static class PostgresText
{
    public static SqlText New() => new('$');

    public static NpgsqlBatchCommand Command(this SqlText sql) => Command(sql.ToString(), [.. sql.Values]);

    public static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value is string text ? Storable(text) : value });
        return command;
    }

    /// <summary>PostgreSQL's texts can hold every character but NUL.</summary>
    public static string Storable(string text) => text.Contains('\0') ? text.Replace('\0', ' ') : text;

    public static string? StorableOrNull(string? text) => text is null ? null : Storable(text);
}
