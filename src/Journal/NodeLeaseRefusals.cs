namespace Grainline.Journal;

/// <summary>Every node number is held by somebody, or its mark is beyond what the caller can use.</summary>
public sealed class NoNodeNumberException()
    : JournalException($"None of the {INodeLeases.Count} node numbers is free: as many processes use this store, or have just been killed, or the clock is far behind that of former ones.")
{
    public override bool IsTemporary => true;
}

/// <summary>The number belongs to another owner by now, or to nobody: the caller must make nothing more under it.</summary>
public sealed class NodeLeaseLostException(int node, string owner) : JournalException($"Node number {node} is not held by '{owner}' any more.")
{
    public int Node { get; } = node;

    public string Owner { get; } = owner;

    public override bool IsTemporary => false;
}
