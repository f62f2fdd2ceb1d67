using Grainline.Architecture.Tree;

namespace Grainline.Architecture;

/// <summary>Files stay small enough to be read in one go.</summary>
public sealed class SizeTests
{
    private const int Longest = 300;
    private const int Median = 45;
    private const int NinetiethPercentile = 150;

    [Fact]
    public void Files_Any_AreAtMostThreeHundredLines() =>
        Law.Holds($"A file has at most {Longest} lines.", Repository.Files.Where(f => f.Lines.Length > Longest).Select(f => $"{f.Path} has {f.Lines.Length}"));

    /// <summary>The law is for the whole; its parts are told, so that one that grows is seen.</summary>
    [Fact]
    public void Files_OfTheTree_KeepMedianAndNinetiethPercentile()
    {
        foreach (var (folder, kind) in new[] { ("src", ".cs"), ("tests", ".cs"), ("src", ".ts"), ("src", ".tsx") })
            Measure($"{folder} *{kind}", Code.Where(f => f.IsUnder(folder) && Path.GetExtension(f.Path) == kind));
        var (median, ninetieth) = Measure("all", Code);
        Assert.True(median <= Median, $"The median is {median} lines, at most {Median}.");
        Assert.True(ninetieth <= NinetiethPercentile, $"The 90th percentile is {ninetieth} lines, at most {NinetiethPercentile}.");
    }

    [Fact]
    public void Hubs_Any_AreAtMostSixtyLines() =>
        Law.Holds("A hub has at most 60 lines: it is a door.",
            Repository.CSharp("src/Gateway/Hubs").Where(f => f.Lines.Length > 60).Select(f => $"{f.Path} has {f.Lines.Length}"));

    [Fact]
    public void Programs_Any_AreTablesOfContents() =>
        Law.Holds("Program.cs has at most 25 lines.",
            Repository.CSharp("src", "tests").Where(f => f.Name == "Program.cs" && f.Lines.Length > 25).Select(f => $"{f.Path} has {f.Lines.Length}"));

    private static IEnumerable<SourceFile> Code => Repository.Files.Where(f => Path.GetExtension(f.Path) is ".cs" or ".ts" or ".tsx");

    private static (int Median, int Ninetieth) Measure(string what, IEnumerable<SourceFile> files)
    {
        int[] sizes = [.. files.Select(f => f.Lines.Length).Order()];
        var (median, ninetieth) = (sizes[sizes.Length / 2], sizes[sizes.Length * 9 / 10]);
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {sizes.Length} files, median {median}, 90th percentile {ninetieth}, longest {sizes[^1]}");
        return (median, ninetieth);
    }
}
