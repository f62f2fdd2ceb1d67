using Grainline.Journal.ReadModels.Sql;

namespace Grainline.Journal.Sqlite.ReadModels;

internal static class SqliteText
{
    public static SqliteStatement Prepare(this SqlText sql, SqliteDatabase database)
    {
        var statement = database.Prepare(sql.ToString());
        foreach (var (i, value) in sql.Values.Index())
        {
            _ = value switch
            {
                long number => statement.Bind(i + 1, number),
                double number => statement.Bind(i + 1, number),
                _ => statement.Bind(i + 1, (string)value),
            };
        }

        return statement;
    }
}
