using System.Text;
using System.Text.Json;
using Grainline.Integrations;

namespace Grainline.Tests.Integrations;

/// <summary>An event as its reader sees it.</summary>
internal sealed record Told(string Key, string Type, string Stream, long Seq, string Tenant, JsonElement Data, string Text)
{
    public static Told Read(OutgoingRecord record)
    {
        var root = JsonDocument.Parse(record.Value).RootElement;
        return new(
            Encoding.UTF8.GetString(record.Key), root.GetProperty("type").GetString()!, root.GetProperty("stream").GetString()!, root.GetProperty("seq").GetInt64(),
            root.GetProperty("tenant").GetString()!, root.GetProperty("data"), Encoding.UTF8.GetString(record.Value));
    }

    /// <summary>What docs/events.md tells readers to do: drop what is not newer than the last of its stream.</summary>
    public static IReadOnlyList<Told> Once(IEnumerable<Told> all)
    {
        var last = new Dictionary<string, long>();
        var kept = new List<Told>();
        foreach (var told in all)
        {
            if (told.Seq <= last.GetValueOrDefault(told.Stream))
                continue;
            last[told.Stream] = told.Seq;
            kept.Add(told);
        }

        return kept;
    }
}
