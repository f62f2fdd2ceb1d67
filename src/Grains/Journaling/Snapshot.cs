using Orleans;

namespace Grainline.Journaling;

/// <summary>A state with the seq of the last event in it. Bounds how much of a stream an activation has to read.</summary>
[GenerateSerializer, Alias("snapshot`1")]
public sealed class Snapshot<TState>
{
    [Id(0)]
    public long Seq { get; set; }

    [Id(1)]
    public int Schema { get; set; }

    [Id(2)]
    public TState? State { get; set; }
}
