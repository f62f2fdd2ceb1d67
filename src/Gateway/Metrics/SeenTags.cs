namespace Grainline.Gateway.Metrics;

/// <summary>Tags as an instrument gave them, with the series they lead to. Another order of the same tags is another entry for the same series.</summary>
internal sealed class SeenTags(KeyValuePair<string, object?>[] tags, Series series)
{
    public Series Series => series;

    public static int Hash(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = new HashCode();
        foreach (var tag in tags)
            hash.Add(tag.Value);
        return hash.ToHashCode();
    }

    public bool Are(ReadOnlySpan<KeyValuePair<string, object?>> others)
    {
        if (others.Length != tags.Length)
            return false;
        for (var i = 0; i < tags.Length; i++)
        {
            if (!string.Equals(tags[i].Key, others[i].Key, StringComparison.Ordinal) || !Equals(tags[i].Value, others[i].Value))
                return false;
        }
        return true;
    }
}
