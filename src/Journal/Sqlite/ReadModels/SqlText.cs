using System.Globalization;
using System.Text;

namespace Grainline.Journal.Sqlite.ReadModels;

/// <summary>SQL in the making, with its parameters: values never become part of the text.</summary>
internal sealed class SqlText
{
    private readonly StringBuilder _text = new();
    private readonly List<object> _values = [];

    /// <summary>The place of a value.</summary>
    public string this[string value] => Place(value);

    /// <inheritdoc cref="this[string]"/>
    public string this[long value] => Place(value);

    /// <inheritdoc cref="this[string]"/>
    public string this[double value] => Place(value);

    public string this[DateTimeOffset value] => Place(value.ToUnixTimeMilliseconds());

    public string Any(IEnumerable<string> values) => $"({string.Join(", ", values.Select(Place))})";

    // Numbers of an enumeration of ours: shorter as they are.
    public static string Any(IEnumerable<int> values) => $"({string.Join(", ", values.Select(v => v.ToString(CultureInfo.InvariantCulture)))})";

    public SqlText Add(string sql)
    {
        _text.Append(sql).Append('\n');
        return this;
    }

    public SqliteStatement Prepare(SqliteDatabase database)
    {
        var statement = database.Prepare(_text.ToString());
        foreach (var (i, value) in _values.Index())
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

    private string Place(object value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"?{_values.Count}");
    }

    private string Place(string value) => Place((object)value);
}
