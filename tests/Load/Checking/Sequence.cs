namespace Grainline.Load.Checking;

/// <summary>One view by itself: pages continue it, no post stands in it twice, each sender's posts are in the order of sending.</summary>
internal static class Sequence
{
    public static IEnumerable<Violation> Judge(string conversation, View view)
    {
        foreach (var (last, entry) in view.Breaks)
            yield return new(Law.Reordered, conversation, $"{view.Viewer} had applied up to seq {last}", $"a page went on with {entry}");
        var places = new Dictionary<PostId, Seen>();
        var latest = new Dictionary<Side, Seen>();
        foreach (var entry in view.Entries)
        {
            if (entry.Post.IsNone)
                continue;
            if (!places.TryAdd(entry.Post, entry))
                yield return new(Law.Doubled, conversation, $"{view.Viewer} saw {places[entry.Post]}", $"{view.Viewer} saw {entry}");
            else if (latest.TryGetValue(entry.Post.Side, out var before) && before.Post.Number > entry.Post.Number)
                yield return new(Law.Reordered, conversation, $"{view.Viewer} saw {before}", $"{view.Viewer} then saw {entry}, which was sent before it");
            latest[entry.Post.Side] = entry;
        }
    }
}
