namespace Grainline.Journal.Tests;

/// <summary>The contract in memory, as plainly as it can be said: what the real one must agree with, outcome by outcome.</summary>
public sealed class JournalModel
{
    private readonly Dictionary<string, (long Epoch, List<NewEntry> Entries)> _streams = [];

    public string Open(string stream)
    {
        var (epoch, entries) = Find(stream);
        _streams[stream] = (epoch + 1, entries);
        return $"opened {epoch + 1} {entries.Count}";
    }

    public string Append(string stream, long epoch, long head, IReadOnlyList<NewEntry> batch)
    {
        var (current, entries) = Find(stream);
        if (current == 0 || current != epoch) return $"stale {current}";
        if (entries.Count != head) return $"head {entries.Count}";
        foreach (var entry in batch)
        {
            var existing = entry.ClientId is null ? -1 : entries.FindIndex(known => known.ClientId == entry.ClientId);
            if (existing >= 0) return $"duplicate {existing + 1}";
        }
        entries.AddRange(batch);
        return $"appended {entries.Count}";
    }

    public (long Epoch, List<NewEntry> Entries) Find(string stream) => _streams.TryGetValue(stream, out var found) ? found : (0, []);
}
