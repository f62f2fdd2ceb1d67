namespace Grainline.Load.Checking;

/// <summary>All views together: a sequence number means one thing.</summary>
internal static class Agreement
{
    public static IEnumerable<Violation> Judge(string conversation, IReadOnlyList<View> views)
    {
        var known = new Dictionary<long, (string Viewer, Seen Entry)>();
        foreach (var view in views)
        {
            foreach (var entry in view.Entries)
            {
                if (!known.TryAdd(entry.Seq, (view.Viewer, entry)) && known[entry.Seq] is var (viewer, first) && first.Post != entry.Post)
                    yield return new(Law.Differs, conversation, $"{viewer} saw {first}", $"{view.Viewer} saw {entry}");
            }
        }
    }
}
