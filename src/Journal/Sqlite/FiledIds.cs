namespace Grainline.Journal.Sqlite;

/// <summary>The upper halves of a stream's filed hashes, in order, four bytes for each: says for sure that an id is not filed, or that it may be.</summary>
internal sealed class FiledIds
{
    private int[] _halves;

    public FiledIds(IReadOnlyList<long> hashes) => _halves = Sorted(hashes);

    public bool MayHold(long hash) => Array.BinarySearch(_halves, Half(hash)) >= 0;

    /// <summary>Takes in what is filed from now on; <see cref="ClientIdHash.None"/> stands for no id.</summary>
    public void Add(IReadOnlyList<long> hashes)
    {
        var (old, more) = (_halves, Sorted(hashes));
        var all = new int[old.Length + more.Length];
        for (int at = 0, left = 0, right = 0; at < all.Length; at++)
            all[at] = right == more.Length || (left < old.Length && old[left] <= more[right]) ? old[left++] : more[right++];
        _halves = all;
    }

    private static int[] Sorted(IReadOnlyList<long> hashes)
    {
        int[] halves = [.. hashes.Where(hash => hash != ClientIdHash.None).Select(Half)];
        Array.Sort(halves);
        return halves;
    }

    private static int Half(long hash) => (int)(hash >> 32);
}
