using System.Text.RegularExpressions;

namespace Grainline.Architecture.Tree;

internal static class Law
{
    /// <summary>Fails with one line per break, so that the reader sees all of them at once.</summary>
    public static void Holds(string law, IEnumerable<string> breaks)
    {
        var found = breaks.ToArray();
        Assert.True(found.Length == 0, $"{law}\n  {string.Join("\n  ", found)}");
    }

    /// <summary>The lines that match, as <c>path:line text</c>.</summary>
    public static IEnumerable<string> Lines(IEnumerable<SourceFile> files, Regex pattern) =>
        from file in files
        from line in file.Lines.Index()
        where pattern.IsMatch(line.Item)
        select $"{file.Path}:{line.Index + 1} {line.Item.Trim()}";
}
