using System.Globalization;
using System.Text;

namespace Grainline.Tickets.Desk.Forms;

/// <summary>
/// Reads an ECMA-262 pattern (flag <c>u</c>) and spells it for .NET so that both match alike: by code points, ASCII digits and words, <c>$</c> at the very end. What matching in linear time cannot do
/// (looking around, referring back), and what differs between the two (<c>\b</c>, <c>\p</c>), is refused.
/// </summary>
internal sealed partial class PatternReader(string pattern)
{
    private const int Deepest = 20;
    private const int MostTimes = 1_000;
    private const string Syntax = "^$\\.*+?()[]{}|/";

    private readonly StringBuilder _out = new();
    private int _at;
    private string? _fault;

    /// <summary>The pattern in .NET's spelling, or what cannot be read.</summary>
    public static (string? Spelled, string? Fault) Read(string pattern)
    {
        var reader = new PatternReader(pattern);
        reader.Alternatives(0);
        if (reader._fault is null && reader._at < pattern.Length)
            reader.Fail("has a ')' too many");
        return reader._fault is { } fault ? (null, fault) : (reader._out.ToString(), null);
    }

    private bool Going => _fault is null && _at < pattern.Length;

    private void Alternatives(int depth)
    {
        if (depth > Deepest)
            Fail($"has groups more than {Deepest} deep");
        while (Going && pattern[_at] != ')')
        {
            if (Taken("|"))
                _out.Append('|');
            else
                Term(depth);
        }
    }

    private void Term(int depth)
    {
        switch (pattern[_at])
        {
            case '^':
                _at++;
                _out.Append("\\A");
                return;
            case '$':
                _at++;
                _out.Append("\\z");
                return;
            case '(':
                Group(depth);
                break;
            case '[':
                _at++;
                _out.Append(Class().Spell());
                break;
            case '.':
                _at++;
                _out.Append(CodePoints.LineEnds.Complement().Spell());
                break;
            case '\\':
                _out.Append(Escape(inClass: false).Spell());
                break;
            case '*' or '+' or '?' or '{':
                Fail($"has nothing to repeat at {_at + 1}");
                return;
            case ']' or '}':
                Fail($"has a '{pattern[_at]}' alone at {_at + 1}; write \\{pattern[_at]}");
                return;
            default:
                _out.Append(CodePoints.One(Point()).Spell());
                break;
        }

        Times();
    }

    private void Group(int depth)
    {
        _at++;
        if (Taken("?") && !Taken(":"))
        {
            Fail("looks around or names a group, which cannot be done; use (...) or (?:...)");
            return;
        }

        _out.Append("(?:");
        Alternatives(depth + 1);
        if (!Taken(")"))
            Fail("has a group without an end");
        _out.Append(')');
    }

    private void Times()
    {
        if (!Going || !("*+?{".Contains(pattern[_at])))
            return;
        if (Taken("{"))
        {
            var least = Count();
            var most = Taken(",") ? (Going && char.IsAsciiDigit(pattern[_at]) ? Count() : null) : least;
            if (!Taken("}") || least is null)
                Fail("has a '{' that repeats nothing; write \\{");
            else if (least > MostTimes || most > MostTimes || most < least)
                Fail($"repeats more than {MostTimes} times, or less than nothing");
            _out.Append(CultureInfo.InvariantCulture, $"{{{least}{(most == least ? "" : ",")}{(most == least ? null : most)}}}");
        }
        else
        {
            _out.Append(pattern[_at++]);
        }

        // Whether it matches does not depend on who takes more.
        Taken("?");
    }

    private int? Count()
    {
        var from = _at;
        while (Going && char.IsAsciiDigit(pattern[_at]))
            _at++;
        return _at == from ? null : int.TryParse(pattern.AsSpan(from, _at - from), CultureInfo.InvariantCulture, out var count) ? count : int.MaxValue;
    }

    private int Point()
    {
        if (!Rune.TryGetRuneAt(pattern, _at, out var rune))
        {
            Fail("has a broken character");
            return 0;
        }

        _at += rune.Utf16SequenceLength;
        return rune.Value;
    }

    private bool Taken(string what)
    {
        if (_fault is not null || string.CompareOrdinal(pattern, _at, what, 0, what.Length) != 0)
            return false;
        _at += what.Length;
        return true;
    }

    private void Fail(string what) => _fault ??= what;
}
