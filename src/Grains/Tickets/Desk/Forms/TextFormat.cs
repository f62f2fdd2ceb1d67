using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Grainline.Tickets.Desk.Forms;

/// <summary>The formats that are asserted, not only noted.</summary>
internal sealed record TextFormat(string Name, Func<string, bool> Fits)
{
    private const string Atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private const string Label = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?";
    private const string Path = "([A-Za-z0-9\\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})";
    private const string Host = "(\\[[0-9A-Fa-f:.]+\\]|([A-Za-z0-9\\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)";
    private const string User = "([A-Za-z0-9\\-._~!$&'()*+,;=:]|%[0-9A-Fa-f]{2})*@";

    private static readonly Regex Date = Whole("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static readonly Regex Time = Whole("([0-9]{2}):([0-9]{2}):([0-9]{2})(\\.[0-9]+)?([Zz]|([+-])([0-9]{2}):([0-9]{2}))");
    private static readonly Regex Email = Whole($"{Atom}(\\.{Atom})*@({Label}\\.)+{Label}");
    private static readonly Regex Uuid = Whole("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    // RFC 3986, with a scheme.
    private static readonly Regex Uri = Whole(
        $"[A-Za-z][A-Za-z0-9+.-]*:(//({User})?{Host}(:[0-9]*)?(/{Path}*)*|/?({Path}+(/{Path}*)*)?)(\\?({Path}|[/?])*)?(#({Path}|[/?])*)?");

    public static ImmutableArray<TextFormat> All { get; } =
    [
        new("date", IsDate), new("time", IsTime), new("date-time", IsDateTime), new("email", Email.IsMatch), new("uri", Uri.IsMatch), new("uuid", Uuid.IsMatch),
    ];

    private static bool IsDate(string text) => Date.Match(text) is { Success: true } m && IsDay(Number(m, 1), Number(m, 2), Number(m, 3));

    // RFC 3339: the year 0000 exists there, which .NET's dates lack; it is a leap year.
    private static bool IsDay(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year == 0 ? 2000 : year, month);

    private static bool IsTime(string text)
    {
        if (Time.Match(text) is not { Success: true } m)
            return false;
        var (hour, minute, second) = (Number(m, 1), Number(m, 2), Number(m, 3));
        var (offHour, offMinute) = m.Groups[6].Success ? (Number(m, 7), Number(m, 8)) : (0, 0);
        if (hour > 23 || minute > 59 || second > 60 || offHour > 23 || offMinute > 59)
            return false;
        // A leap second ends a day of universal time.
        var sign = m.Groups[6].Value == "-" ? -1 : 1;
        return second < 60 || (((hour * 60) + minute - (sign * ((offHour * 60) + offMinute)) + 1440) % 1440) == 1439;
    }

    private static bool IsDateTime(string text) => text.IndexOfAny(['T', 't']) is var at and > 0 && IsDate(text[..at]) && IsTime(text[(at + 1)..]);

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static Regex Whole(string pattern) => new($"\\A(?:{pattern})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
