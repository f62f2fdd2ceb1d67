namespace Grainline.Journal.Sqlite;

/// <summary>A stream as the running transaction sees it.</summary>
internal sealed class StreamSlot(long id, string name, long epoch, long head, long folded)
{
    public long Id => id;

    public string Name => name;

    public long Epoch { get; set; } = epoch;

    public long Head { get; set; } = head;

    /// <summary>Up to this seq the client ids are filed in their table; see <see cref="ClientIdTable"/>.</summary>
    public long Folded { get; set; } = folded;

    /// <summary>The hashes of the client ids of the entries behind <see cref="Folded"/>, one for each; null until they are needed.</summary>
    public List<long>? Tail { get; set; }

    /// <summary>What the table of client ids holds for the stream; null until it is needed.</summary>
    public FiledIds? Filed { get; set; }
}
