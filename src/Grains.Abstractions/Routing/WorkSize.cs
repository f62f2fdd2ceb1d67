using Orleans;

namespace Grainline.Routing;

/// <summary>How much of an agent's capacity one conversation takes.</summary>
/// <param name="Weight">Units of capacity, 1 to 100.</param>
/// <param name="Interruptible">
/// Work that may lie while something urgent is served (e-mail): it is admitted only into what primary work leaves free, and primary work may come in on top of it.
/// </param>
[GenerateSerializer, Immutable, Alias("routing.work")]
public sealed record WorkSize(int Weight, bool Interruptible)
{
    /// <summary>A chat: one slot.</summary>
    public static readonly WorkSize One = new(1, false);
}
