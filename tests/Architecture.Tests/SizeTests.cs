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

    /// <summary>Tests alone may be longer in the median: their files are few and hold whole suites.</summary>
    [Theory]
    [InlineData(".cs")]
    [InlineData(".ts")]
    [InlineData(".tsx")]
    public void Files_OfOneKind_KeepMedianAndNinetiethPercentile(string kind)
    {
        var all = Repository.Files.Where(f => f.Path.EndsWith(kind, StringComparison.Ordinal)).ToArray();
        var (median, ninetieth) = Measure("src and tests", kind, all);
        Measure("src", kind, all.Where(f => f.IsUnder("src")));
        Measure("tests", kind, all.Where(f => f.IsUnder("tests")));
        Assert.True(median <= Median, $"*{kind}: the median is {median} lines, at most {Median}.");
        Assert.True(ninetieth <= NinetiethPercentile, $"*{kind}: the 90th percentile is {ninetieth} lines, at most {NinetiethPercentile}.");
    }

    [Fact]
    public void Hubs_Any_AreAtMostSixtyLines() =>
        Law.Holds("A hub has at most 60 lines: it is a door.",
            Repository.CSharp("src/Gateway/Hubs").Where(f => f.Lines.Length > 60).Select(f => $"{f.Path} has {f.Lines.Length}"));

    [Fact]
    public void Programs_Any_AreTablesOfContents() =>
        Law.Holds("Program.cs has at most 25 lines.",
            Repository.CSharp("src", "tests").Where(f => f.Name == "Program.cs" && f.Lines.Length > 25).Select(f => $"{f.Path} has {f.Lines.Length}"));

    private static (int Median, int Ninetieth) Measure(string where, string kind, IEnumerable<SourceFile> files)
    {
        int[] sizes = [.. files.Select(f => f.Lines.Length).Order()];
        if (sizes.Length == 0)
            return default;
        var (median, ninetieth) = (sizes[sizes.Length / 2], sizes[sizes.Length * 9 / 10]);
        TestContext.Current.TestOutputHelper?.WriteLine($"{where} *{kind}: {sizes.Length} files, median {median}, 90th percentile {ninetieth}, longest {sizes[^1]}");
        return (median, ninetieth);
    }
}
