using System.Globalization;
using System.Text;

namespace Grainline.Tickets.Desk.Forms;

/// <summary>A set of characters as ranges of code points, spelled for a matcher that sees UTF-16 units.</summary>
internal sealed class CodePoints
{
    private const int Last = 0x10FFFF;
    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;
    private const int FirstPair = 0x10000;

    private readonly List<(int From, int To)> _ranges = [];

    public static CodePoints Digits => new CodePoints().Add('0', '9');

    public static CodePoints Word => Digits.Add('A', 'Z').Add('a', 'z').Add('_', '_');

    /// <summary>ECMA-262's white space and line ends.</summary>
    public static CodePoints Space => LineEnds.Add('\t', '\t').Add(0xB, 0xC).Add(' ', ' ').Add(0xA0, 0xA0).Add(0x1680, 0x1680).Add(0x2000, 0x200A).Add(0x202F, 0x202F)
        .Add(0x205F, 0x205F).Add(0x3000, 0x3000).Add(0xFEFF, 0xFEFF);

    public static CodePoints LineEnds => new CodePoints().Add('\n', '\n').Add('\r', '\r').Add(0x2028, 0x2029);

    /// <summary>The character, if it is one.</summary>
    public int? Only => _ranges is [var (from, to)] && from == to ? from : null;

    public static CodePoints One(int point) => new CodePoints().Add(point, point);

    public CodePoints Add(int from, int to)
    {
        _ranges.Add((from, to));
        return this;
    }

    public CodePoints Add(CodePoints others)
    {
        _ranges.AddRange(others._ranges);
        return this;
    }

    public CodePoints Complement()
    {
        var rest = new CodePoints();
        var next = 0;
        foreach (var (from, to) in _ranges.Order())
        {
            if (from > next)
                rest.Add(next, from - 1);
            next = Math.Max(next, to + 1);
        }

        return next <= Last ? rest.Add(next, Last) : rest;
    }

    /// <summary>An alternative of single units and of surrogate pairs. Texts have whole characters only, so half a pair never counts.</summary>
    public string Spell()
    {
        var units = new StringBuilder();
        var parts = new List<string>();
        foreach (var (from, to) in _ranges)
        {
            Unit(units, from, Math.Min(to, FirstSurrogate - 1));
            Unit(units, Math.Max(from, LastSurrogate + 1), Math.Min(to, FirstPair - 1));
            Pairs(parts, Math.Max(from, FirstPair), to);
        }

        if (units.Length > 0)
            parts.Add($"[{units}]");
        // The empty set matches nothing: a unit that is none of all units.
        return parts.Count == 0 ? "[^\\u0000-\\uffff]" : $"(?:{string.Join('|', parts)})";
    }

    private static void Unit(StringBuilder units, int from, int to)
    {
        if (from <= to)
            units.Append(Escape(from)).Append('-').Append(Escape(to));
    }

    private static void Pairs(List<string> parts, int from, int to)
    {
        while (from <= to)
        {
            // Up to the end of the first unit's thousand, or through all whole thousands at once.
            var (high, low) = Halves(from);
            var (lastHigh, lastLow) = Halves(to);
            var wholeFrom = low == 0xDC00 && high < lastHigh;
            var until = wholeFrom ? (lastLow == LastSurrogate ? lastHigh : lastHigh - 1) : high;
            var end = high == lastHigh ? lastLow : LastSurrogate;
            parts.Add($"[{Escape(high)}-{Escape(until)}][{Escape(low)}-{Escape(end)}]");
            from = FirstPair + ((until - FirstSurrogate) << 10) + (end - 0xDC00) + 1;
        }
    }

    private static (int High, int Low) Halves(int point) => (FirstSurrogate + ((point - FirstPair) >> 10), 0xDC00 + ((point - FirstPair) & 0x3FF));

    private static string Escape(int unit) => "\\u" + unit.ToString("x4", CultureInfo.InvariantCulture);
}
