using System.Globalization;

namespace Grainline.Tickets.Desk.Forms;

/// <summary>Escapes and classes.</summary>
internal sealed partial class PatternReader
{
    private CodePoints Class()
    {
        var set = new CodePoints();
        var without = Taken("^");
        while (Going && pattern[_at] != ']')
        {
            var (from, set1) = Member();
            if (!(Going && pattern[_at] == '-' && _at + 1 < pattern.Length && pattern[_at + 1] != ']'))
            {
                set.Add(set1);
                continue;
            }

            _at++;
            var (to, _) = Member();
            if (from is { } low && to is { } high && low <= high)
                set.Add(low, high);
            else
                Fail("has a range of characters that is none");
        }

        if (!Taken("]"))
            Fail("has a '[' without an end");
        return without ? set.Complement() : set;
    }

    /// <summary>One character of a class, or a set of them such as <c>\d</c>.</summary>
    private (int? Point, CodePoints Set) Member()
    {
        if (!Going)
        {
            Fail("has a '[' without an end");
            return (null, new());
        }

        if (pattern[_at] == '\\')
        {
            var set = Escape(inClass: true);
            return (set.Only, set);
        }

        var point = Point();
        return (point, CodePoints.One(point));
    }

    private CodePoints Escape(bool inClass)
    {
        _at++;
        if (!Going)
        {
            Fail("ends in the middle of an escape");
            return new();
        }

        var c = pattern[_at++];
        switch (c)
        {
            case 'd': return CodePoints.Digits;
            case 'D': return CodePoints.Digits.Complement();
            case 'w': return CodePoints.Word;
            case 'W': return CodePoints.Word.Complement();
            case 's': return CodePoints.Space;
            case 'S': return CodePoints.Space.Complement();
            case 't': return CodePoints.One('\t');
            case 'n': return CodePoints.One('\n');
            case 'r': return CodePoints.One('\r');
            case 'v': return CodePoints.One('\v');
            case 'f': return CodePoints.One('\f');
            case 'x': return CodePoints.One(Hex(2));
            case 'u': return CodePoints.One(Unicode());
            case '0' when !(Going && char.IsAsciiDigit(pattern[_at])): return CodePoints.One(0);
            case var _ when Syntax.Contains(c) || (inClass && c == '-'): return CodePoints.One(c);
            default:
                Fail($"has the escape \\{c}, which is not among those that can be used");
                return new();
        }
    }

    private int Unicode()
    {
        if (!Taken("{"))
        {
            var unit = Hex(4);
            // A pair that is written as two escapes is one character.
            if (unit is >= 0xD800 and <= 0xDBFF && Taken("\\u"))
            {
                var low = Hex(4);
                if (low is >= 0xDC00 and <= 0xDFFF)
                    return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            }

            if (unit is >= 0xD800 and <= 0xDFFF)
                Fail("has half a surrogate pair");
            return unit;
        }

        var end = pattern.IndexOf('}', _at);
        var point = end < 0 ? -1 : Hex(end - _at);
        if (point is < 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) || !Taken("}"))
            Fail("has an escape \\u{...} of no character");
        return Math.Max(0, point);
    }

    private int Hex(int digits)
    {
        if (digits is > 0 and <= 6 && _at + digits <= pattern.Length
            && int.TryParse(pattern.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            _at += digits;
            return value;
        }

        Fail("has an escape without its hexadecimal digits");
        return 0;
    }
}
