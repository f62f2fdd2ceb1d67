namespace Grainline.Architecture.Tree;

/// <summary>One file of the tree.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
internal sealed record SourceFile(string Path, string[] Lines)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string Text => string.Join('\n', Lines);

    public bool IsUnder(params string[] folders) => folders.Any(folder => Path.StartsWith(folder + "/", StringComparison.Ordinal));
}
