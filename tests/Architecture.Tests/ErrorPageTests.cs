using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Grainline.Architecture.Tree;
using Grainline.Gateway.Push;
using Grainline.Refusals;

namespace Grainline.Architecture;

/// <summary>docs/errors.md is the contract that clients are written against: it lists exactly what exists.</summary>
public sealed partial class ErrorPageTests
{
    private const string Page = "docs/errors.md";

    [Fact]
    public void ErrorPage_AndErrorCodes_ListTheSame() =>
        Compare(Enum.GetValues<ErrorCode>().Select(code => Row((int)code, code.ToString())), row => row.StartsWith("| ", StringComparison.Ordinal) && row[2] is >= '1' and <= '9' && row[5] == ' ');

    [Fact]
    public void ErrorPage_AndDisconnects_ListTheSame() =>
        Compare(typeof(Disconnect).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => Row(((Disconnect)field.GetValue(null)!).Code, field.Name)), row => row[5] != ' ');

    [Fact]
    public void ErrorCodes_Any_StandInTheirHundred() =>
        Law.Holds("Codes are 100 to 699, disconnects 3000 to 3999.",
            Enum.GetValues<ErrorCode>().Where(code => (int)code is < 100 or > 699).Select(code => code.ToString())
                .Concat(typeof(Disconnect).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => ((Disconnect)f.GetValue(null)!).Code is < 3000 or > 3999).Select(f => f.Name)));

    private static void Compare(IEnumerable<string> code, Func<string, bool> kind)
    {
        var page = Rows().Matches(Repository.Read(Page)).Select(row => row.Value).Where(kind).ToArray();
        var known = code.ToArray();
        Assert.NotEmpty(known);
        Law.Holds($"{Page} and the code list the same codes.",
            known.Except(page).Select(row => $"{row} has no row").Concat(page.Except(known).Select(row => $"{row} has no code"))
                .Concat(page.GroupBy(row => row).Where(same => same.Count() > 1).Select(same => $"{same.Key} stands twice")));
    }

    private static string Row(int code, string name) => string.Create(CultureInfo.InvariantCulture, $"| {code} | {name} |");

    [GeneratedRegex(@"^\| \d{3,4} \| \w+ \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
