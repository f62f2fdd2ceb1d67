using System.Text.RegularExpressions;
using Grainline.Integrations.Outbox;

namespace Grainline.Tests.Integrations;

/// <summary>The journal's format (the golden file), what leaves of it, and what readers are told about it, say the same.</summary>
public sealed partial class PublishedEventsTests
{
    private static readonly HashSet<string> Journal = [.. File.ReadLines("Integrations/events.txt")
        .Where(line => !line.StartsWith('#')).Select(line => Decoration().Replace(line, "").Replace("[]", "", StringComparison.Ordinal).Replace("{}", "", StringComparison.Ordinal))];

    [Fact]
    public void Shapes_OfEveryEvent_NameMembersThatExist() =>
        Assert.Empty(from shape in PublishedEvents.All
                     from path in shape.Value.Facts.Concat(shape.Value.Content)
                     let full = $"{shape.Key}.{path}"
                     where !Journal.Contains(full)
                     select full);

    [Fact]
    public void Events_OfPublishedKinds_AreSentOrKeptOnPurpose()
    {
        string[] kinds = ["conversation", "ticket", "agent", "visitor"];
        var events = Journal.Where(line => line.Count(c => c == '.') == 1 && kinds.Contains(line.Split('.')[0])).ToList();
        Assert.True(events.Count > 30, "The events were not found.");
        Assert.Equal(events.Order(StringComparer.Ordinal), PublishedEvents.All.Keys.Concat(PublishedEvents.Kept).Order(StringComparer.Ordinal));
        Assert.Empty(PublishedEvents.All.Keys.Intersect(PublishedEvents.Kept));
    }

    [Fact]
    public void Page_OfEveryEvent_TellsItsMembers()
    {
        var rows = Row().Matches(File.ReadAllText("Integrations/events.md").Split("## Commands")[0]).ToDictionary(m => m.Groups["type"].Value, m => (m.Groups["facts"].Value.Trim(), m.Groups["content"].Value.Trim()));
        var shapes = PublishedEvents.All.ToDictionary(s => s.Key, s => (Spell(s.Value.Facts), Spell(s.Value.Content)));
        Assert.Empty(shapes.Where(s => rows.GetValueOrDefault(s.Key) != s.Value).Select(s => $"| `{s.Key}` | {s.Value.Item1} | {s.Value.Item2} |"));
        Assert.Empty(rows.Keys.Except(shapes.Keys));
    }

    private static string Spell(IEnumerable<string> paths) => string.Join(' ', paths.Select(path => $"`{path}`"));

    [GeneratedRegex(@"(: .*| = .*)$")]
    private static partial Regex Decoration();

    [GeneratedRegex(@"^\| `(?<type>[a-z]+\.[a-z-]+)` \|(?<facts>[^|]*)\|(?<content>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
