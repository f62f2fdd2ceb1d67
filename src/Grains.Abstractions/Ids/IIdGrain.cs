using System.Collections.Immutable;
using Orleans;

namespace Grainline.Ids;

/// <summary>Ids for processes that hold no node number, which is what gateways are. Any silo answers.</summary>
[Alias("IIdGrain")]
public interface IIdGrain : IGrainWithIntegerKey
{
    /// <summary>Fresh ids, each once in the whole installation and rising. Fails as the storage does, temporarily, while there are none to be had.</summary>
    /// <param name="count">1 to 256.</param>
    Task<ImmutableArray<TimeOrderedId>> Take(int count, CancellationToken cancellation);
}

public static class IdGrains
{
    public const int MostAtOnce = 256;

    public static IIdGrain Ids(this IGrainFactory grains) => grains.GetGrain<IIdGrain>(AnySilo.Key());
}
