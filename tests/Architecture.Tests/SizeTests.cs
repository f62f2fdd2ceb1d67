using Grainline.Architecture.Tree;

namespace Grainline.Architecture;

/// <summary>Files stay small enough to be read in one go.</summary>
public sealed class SizeTests
{
    private const int Longest = 300;
    private const int NinetiethPercentile = 150;

    [Fact]
    public void Files_Any_AreAtMostThreeHundredLines() =>
        Law.Holds($"A file has at most {Longest} lines.", Repository.Files.Where(f => f.Lines.Length > Longest).Select(f => $"{f.Path} has {f.Lines.Length}"));

    /// <summary>
    /// Each kind has its own median, so that many files of one kind can neither hide nor blame another: 45 is the band of C# products; stories that tests tell, and pages with their markup, run longer.
    /// </summary>
    [Theory]
    [InlineData("src", ".cs", 45)]
    [InlineData("tests", ".cs", 50)]
    [InlineData("src", ".ts", 55)]
    [InlineData("src", ".tsx", 60)]
    public void Files_OfAKind_KeepMedianAndNinetiethPercentile(string folder, string kind, int longestMedian)
    {
        int[] sizes = [.. Repository.Files.Where(f => f.IsUnder(folder) && Path.GetExtension(f.Path) == kind).Select(f => f.Lines.Length).Order()];
        var (median, ninetieth) = (sizes[sizes.Length / 2], sizes[sizes.Length * 9 / 10]);
        TestContext.Current.TestOutputHelper?.WriteLine($"{folder} *{kind}: {sizes.Length} files, median {median}, 90th percentile {ninetieth}, longest {sizes[^1]}");
        Assert.True(median <= longestMedian, $"The median of {folder} *{kind} is {median} lines, at most {longestMedian}.");
        Assert.True(ninetieth <= NinetiethPercentile, $"The 90th percentile of {folder} *{kind} is {ninetieth} lines, at most {NinetiethPercentile}.");
    }

    [Fact]
    public void Hubs_Any_AreAtMostSixtyLines() =>
        Law.Holds("A hub has at most 60 lines: it is a door.",
            Repository.CSharp("src/Gateway/Hubs").Where(f => f.Lines.Length > 60).Select(f => $"{f.Path} has {f.Lines.Length}"));

    [Fact]
    public void Programs_Any_AreTablesOfContents() =>
        Law.Holds("Program.cs has at most 25 lines.",
            Repository.CSharp("src", "tests").Where(f => f.Name == "Program.cs" && f.Lines.Length > 25).Select(f => $"{f.Path} has {f.Lines.Length}"));
}
