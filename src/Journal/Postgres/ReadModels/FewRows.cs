using Grainline.Journal.ReadModels.Sql;
using Npgsql;

namespace Grainline.Journal.Postgres.ReadModels;

/// <summary>
/// Lists in an order. PostgreSQL takes the index of the order whenever it believes that rows with all that is asked for lie close together in it; when there are none, it has read everything before it
/// knows. So it is asked first, without an order, whether there are few: these are found by whatever selects them, and sorted. Of many the next page is near in the order's index.
/// </summary>
internal static class FewRows
{
    private const int Few = 1_000;

    /// <param name="columns">And their table, as <c>t</c>.</param>
    /// <param name="where">All that is asked for.</param>
    /// <param name="rest">The place to go on from, the order and the limit.</param>
    public static async Task<IReadOnlyList<T>> List<T>(
        this NpgsqlConnection connection, string columns, string table, Func<SqlText, string> where, Func<SqlText, SqlText> rest, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var count = PostgresText.New();
        count.Add($"SELECT count(*) FROM (SELECT FROM {table} t WHERE {where(count)} LIMIT {Few + 1}) few");
        var found = (await connection.Planned([count.Command()], row => row.GetInt64(0), cancellationToken))[0][0];
        if (found == 0)
            return [];
        var list = PostgresText.New();
        // An offset of nothing keeps what is inside apart from the order outside.
        list.Add($"SELECT {columns} FROM {(found > Few ? $"{table} t WHERE {where(list)}" : $"(SELECT * FROM {table} t WHERE {where(list)} OFFSET 0) t WHERE TRUE")}");
        return (await connection.Planned([rest(list).Command()], read, cancellationToken))[0];
    }
}
