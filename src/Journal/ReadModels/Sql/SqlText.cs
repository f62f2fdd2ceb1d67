using System.Globalization;
using System.Text;

namespace Grainline.Journal.ReadModels.Sql;

/// <summary>SQL in the making, with its parameters: values never become part of the text.</summary>
/// <param name="mark">What stands before a parameter's number.</param>
/// <param name="schema">What stands before a table's name, with its dot.</param>
internal sealed class SqlText(char mark = '?', string schema = "")
{
    private readonly StringBuilder _text = new();
    private readonly List<object> _values = [];

    /// <summary>Texts, whole numbers and fractions, from the first parameter on.</summary>
    public IReadOnlyList<object> Values => _values;

    /// <summary>The place of a value.</summary>
    public string this[string value] => Place(value);

    /// <inheritdoc cref="this[string]"/>
    public string this[long value] => Place(value);

    /// <inheritdoc cref="this[string]"/>
    public string this[double value] => Place(value);

    public string this[DateTimeOffset value] => Place(value.ToUnixTimeMilliseconds());

    public string Table(string name) => schema + name;

    /// <summary>For <c>IN</c>. Of no values nothing is one.</summary>
    public string Any(IEnumerable<string> values) => List(values.Select(Place));

    // Numbers of an enumeration of ours: shorter as they are.
    public static string Any(IEnumerable<int> values) => List(values.Select(v => v.ToString(CultureInfo.InvariantCulture)));

    public SqlText Add(string sql)
    {
        _text.Append(sql).Append('\n');
        return this;
    }

    public override string ToString() => _text.ToString();

    private static string List(IEnumerable<string> places) => $"({string.Join(", ", places.DefaultIfEmpty("NULL"))})";

    private string Place(object value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"{mark}{_values.Count}");
    }

    private string Place(string value) => Place((object)value);
}
