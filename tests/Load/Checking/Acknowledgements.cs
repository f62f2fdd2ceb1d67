namespace Grainline.Load.Checking;

/// <summary>What the server has promised against what was seen: every acknowledged post is in every view, where the acknowledgement says.</summary>
internal static class Acknowledgements
{
    public static IEnumerable<Violation> Judge(string conversation, IReadOnlyList<View> views, IReadOnlyList<(PostId Post, long Seq)> acks)
    {
        var promised = new Dictionary<PostId, long>();
        foreach (var (post, seq) in acks)
        {
            if (!promised.TryAdd(post, seq) && promised[post] != seq)
                yield return new(Law.Doubled, conversation, $"post {post} was acknowledged as seq {promised[post]}", $"and again as seq {seq}");
        }
        foreach (var view in views)
        {
            var seen = new Dictionary<PostId, Seen>();
            foreach (var entry in view.Entries)
                seen.TryAdd(entry.Post, entry);
            foreach (var (post, seq) in promised)
            {
                if (!seen.TryGetValue(post, out var entry))
                    yield return new(Law.Lost, conversation, $"post {post} was acknowledged as seq {seq}", Around(view, seq));
                else if (entry.Seq != seq)
                    yield return new(Law.Differs, conversation, $"post {post} was acknowledged as seq {seq}", $"{view.Viewer} saw {entry}");
            }
        }
    }

    private static string Around(View view, long seq)
    {
        var before = view.Entries.LastOrDefault(entry => entry.Seq < seq);
        var after = view.Entries.FirstOrDefault(entry => entry.Seq >= seq);
        return $"{view.Viewer} saw {(before == default ? "nothing" : before)} and then {(after == default ? "nothing more" : after)}";
    }
}
