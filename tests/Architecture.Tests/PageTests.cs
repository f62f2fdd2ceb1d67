using System.Text.RegularExpressions;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture;

/// <summary>Pages lead somewhere, and decisions say what a decision has to say.</summary>
public sealed partial class PageTests
{
    private static readonly string[] Parts = ["Context", "Decision", "Measured", "What would change our mind"];

    private static IEnumerable<string> Pages => Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories);

    [Fact]
    public void Links_InAnyPage_LeadSomewhere()
    {
        var links = Pages.SelectMany(page => Link().Matches(File.ReadAllText(page)).Select(m => (Page: page, Target: m.Groups["to"].Value))).ToArray();
        Assert.NotEmpty(links);
        Law.Holds("A relative link leads to a file of the tree.",
            links.Where(l => !Path.Exists(Path.Combine(Path.GetDirectoryName(l.Page)!, l.Target))).Select(l => $"{Path.GetRelativePath(Repository.Root, l.Page)} -> {l.Target}"));
    }

    [Fact]
    public void Decisions_Any_AreNumberedWithoutGapsAndWhole()
    {
        var decisions = Pages.Where(page => Path.GetFileName(Path.GetDirectoryName(page)) == "decisions").Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(Enumerable.Range(1, decisions.Length).Select(n => n.ToString("D4")), decisions.Select(page => Path.GetFileName(page)[..4]));
        Law.Holds($"A decision has the parts {string.Join(", ", Parts)}.",
            from page in decisions
            let text = File.ReadAllText(page)
            from part in Parts
            where !text.Contains($"**{part}.**", StringComparison.Ordinal)
            select $"{Path.GetFileName(page)} lacks {part}");
    }

    [GeneratedRegex(@"\]\((?<to>[^):#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
