using System.Text.RegularExpressions;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture.Kubernetes;

/// <summary>
/// The options of both editions, read from the source: what only the Cluster edition binds is not compiled into these tests.
/// </summary>
internal static partial class OptionSource
{
    /// <summary>Keys with the type of their property as it is written; those that hold many values end with <c>:*</c>.</summary>
    public static IReadOnlyDictionary<string, string> Keys { get; } = Read();

    private static Dictionary<string, string> Read()
    {
        var classes = Repository.CSharp("src").SelectMany(f => Class().Matches(f.Text), (file, match) => (Name: match.Groups["name"].Value, file.Text)).ToLookup(c => c.Name, c => c.Text);
        var bound = Repository.CSharp("src").SelectMany(f => Bindings().SelectMany(pattern => pattern.Matches(f.Text)))
            .Select(m => (Type: m.Groups["type"].Value, Section: m.Groups["section"].Value)).Append(("SqliteJournalOptions", "Journal")).Append(("PostgresOptions", "Postgres")).Distinct();
        var keys = new Dictionary<string, string>();
        foreach (var (type, section) in bound)
        {
            foreach (Match property in classes[type].SelectMany(text => Property().Matches(text)))
            {
                var (name, kind) = (property.Groups["name"].Value, property.Groups["type"].Value.TrimEnd('?'));
                var many = kind.EndsWith("[]", StringComparison.Ordinal) || kind.StartsWith("Dictionary", StringComparison.Ordinal);
                keys[(section.Length == 0 ? name : $"{section}:{name}") + (many ? ":*" : "")] = kind;
            }
        }

        return keys;
    }

    private static Regex[] Bindings() => [Added(), Sectioned(), Fetched()];

    [GeneratedRegex("""AddOptions<(?<type>\w+)>\(\)\s*\.BindConfiguration\("(?<section>[\w:]*)"\)""")]
    private static partial Regex Added();

    [GeneratedRegex("""Section<(?<type>\w+)>\(\w+, "(?<section>[\w:]*)"\)""")]
    private static partial Regex Sectioned();

    [GeneratedRegex("""GetSection\("(?<section>[\w:]+)"\)\.Get<(?<type>\w+)>\(""")]
    private static partial Regex Fetched();

    [GeneratedRegex(@"public sealed (partial )?class (?<name>\w+Options)\b")]
    private static partial Regex Class();

    [GeneratedRegex(@"^    public (required )?(?<type>[\w<>\[\]?, ]+) (?<name>\w+) \{ get; (set|init); \}", RegexOptions.Multiline)]
    private static partial Regex Property();
}
