namespace Grainline.Architecture.Tree;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["bin", "obj", "node_modules", "dist"];
    private static readonly string[] Source = [".cs", ".csproj", ".props", ".targets", ".ts", ".tsx", ".css", ".js", ".mjs", ".html"];

    public static string Root { get; } = FindRoot();

    /// <summary>Everything that a person writes under src and tests, and the build files beside them.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } =
        [.. new[] { "src", "tests" }.SelectMany(folder => Walk(Path.Combine(Root, folder))).Concat(Directory.EnumerateFiles(Root, "Directory.*"))
            .Where(path => Source.Contains(Path.GetExtension(path))).Select(Load).OrderBy(file => file.Path, StringComparer.Ordinal)];

    public static IEnumerable<SourceFile> CSharp(params string[] folders) => Files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) && file.IsUnder(folders));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static SourceFile Load(string path) => new(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllLines(path));

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder).Where(inner => !Made.Contains(Path.GetFileName(inner))).SelectMany(Walk));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cluster.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not inside the source tree, which these tests read.");
    }
}
