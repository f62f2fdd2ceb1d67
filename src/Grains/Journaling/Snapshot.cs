namespace Grainline.Journaling;

/// <summary>A state with the seq of the last event in it. Bounds how much of a stream an activation has to read. Written as JSON, wherever it goes.</summary>
public sealed class Snapshot<TState>
{
    public long Seq { get; set; }

    public int Schema { get; set; }

    public TState? State { get; set; }
}
