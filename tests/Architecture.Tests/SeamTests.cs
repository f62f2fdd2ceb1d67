using System.Text.RegularExpressions;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture;

/// <summary>Who may know whom: grains know neither web nor database, and few places know which edition is built.</summary>
public sealed partial class SeamTests
{
    private static readonly string[] Grains = ["src/Grains", "src/Grains.Abstractions"];

    // Says what the exceptions of every store mean, which it knows by their names alone.
    private const string Faults = "src/Grains.Abstractions/Refusals/Faults.cs";

    // Where the editions may differ: one property picks the references, a cluster runs the gateway as a process and serves no pages from a silo, the conformance suite runs on both
    // runtimes, and some tests make sense in a cluster only.
    private static readonly string[] EditionFiles =
    [
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "src/Gateway/Gateway.csproj", "src/Silo/Silo.csproj", "tests/Runtime.Tests/Runtime.Tests.csproj",
        "tests/Cluster.Tests/Cluster.Tests.csproj",
    ];

    [Fact]
    public void Grains_Source_KnowNeitherWebNorDatabaseNorEdition() =>
        Law.Holds("Grains do not know the web, a database or the edition.", Law.Lines(Repository.Files.Where(f => f.IsUnder(Grains) && f.Path != Faults), Foreign()));

    [Fact]
    public void Grains_Compiled_ReferenceNeitherWebNorDatabase() =>
        Law.Holds("Grains do not reference the web or a database.",
            from assembly in new[] { Product.Abstractions, Product.Grains }
            from reference in assembly.GetReferencedAssemblies()
            where Foreign().IsMatch(reference.Name + ".") || reference.Name!.StartsWith("SQLitePCL", StringComparison.Ordinal)
            select $"{assembly.GetName().Name} references {reference.Name}");

    [Theory]
    [InlineData("Grains.Abstractions", "Grains", "Journal", "Gateway", "Grainline.Silo")]
    [InlineData("Journal", "Grains", "Grains.Abstractions", "Gateway", "Grainline.Silo", "Grains.Runtime")]
    [InlineData("Blobs", "Grains", "Grains.Abstractions", "Journal", "Gateway", "Grainline.Silo", "Grains.Runtime")]
    [InlineData("Grains", "Gateway", "Grainline.Silo")]
    [InlineData("Gateway", "Grains", "Journal", "Grainline.Silo")]
    public void Assemblies_Compiled_KeepTheirLayer(string assembly, params string[] forbidden)
    {
        var references = Assert.Single(Product.All, a => a.GetName().Name == assembly).GetReferencedAssemblies().Select(a => a.Name!);
        Law.Holds($"{assembly} does not reference what builds on it or beside it.", references.Intersect(forbidden));
    }

    [Fact]
    public void Edition_IsReadInFewPlacesOnly() =>
        Law.Holds($"Only {string.Join(", ", EditionFiles)} read the edition.",
            Law.Lines(Repository.Files.Where(f => !f.Path.EndsWith(".cs", StringComparison.Ordinal) && !EditionFiles.Contains(f.Path)), Edition()));

    [Fact]
    public void GrainRuntime_IsReferencedByTheOneSwitchOnly() =>
        Law.Holds("Projects set UseGrains; only Directory.Build.targets names the in-process runtime.",
            Law.Lines(Repository.Files.Where(f => !f.Path.EndsWith(".cs", StringComparison.Ordinal) && f.Path != "Directory.Build.targets"), RuntimeProject()));

    [Fact]
    public void ConditionalCode_StandsOnlyAtTheSeam() =>
        Law.Holds("#if stands in Hosting/ of Silo and Gateway, in the in-process runtime and in test fixtures only.",
            Law.Lines(Repository.CSharp("src", "tests").Where(f => !f.IsUnder("src/Grains.Runtime", "src/Silo/Hosting", "src/Gateway/Hosting", "tests")), Conditional()));

    [Fact]
    public void GetGrain_AppearsOnlyInNamedAccessors() =>
        Law.Holds("Grains are reached by the named accessors of Grains.Abstractions, such as grains.Conversation(key); those of the packages, which X.Cluster.cs asks, have none.",
            Law.Lines(Repository.CSharp("src").Where(f => !f.IsUnder("src/Grains.Runtime") && !f.Path.EndsWith(".Cluster.cs", StringComparison.Ordinal)), GetGrain())
                .Where(line => !line.StartsWith("src/Grains.Abstractions/", StringComparison.Ordinal) || !Accessor().IsMatch(line)));

    [GeneratedRegex(@"Microsoft\.AspNetCore|Npgsql|Sqlite|\bSQL\b|SqlClient|^\s*#if|\$\(Edition\)", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\bEdition\b")]
    private static partial Regex Edition();

    [GeneratedRegex(@"Grains\.Runtime\.csproj")]
    private static partial Regex RuntimeProject();

    [GeneratedRegex(@"^\s*#(if|elif)\b")]
    private static partial Regex Conditional();

    [GeneratedRegex(@"\bGetGrain\s*(<|\()")]
    private static partial Regex GetGrain();

    [GeneratedRegex(@" public static I\w+Grain \w+\(this IGrainFactory grains")]
    private static partial Regex Accessor();
}
