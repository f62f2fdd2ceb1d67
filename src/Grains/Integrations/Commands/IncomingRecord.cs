namespace Grainline.Integrations.Commands;

/// <summary>A record as it was read.</summary>
internal sealed record IncomingRecord(PartitionId From, long Offset, byte[] Key, byte[] Value, IReadOnlyList<RecordHeader> Headers);

internal readonly record struct PartitionId(string Topic, int Partition);
