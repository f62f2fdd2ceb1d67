using System.Collections.Immutable;
using Orleans;
using Orleans.Concurrency;

namespace Grainline.Ids;

/// <summary>Hands out ids of the silo's own node number.</summary>
[StatelessWorker, Reentrant]
internal sealed class IdGrain(IIdSource ids) : Grain, IIdGrain
{
    public async Task<ImmutableArray<TimeOrderedId>> Take(int count, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, IdGrains.MostAtOnce);
        var taken = ImmutableArray.CreateBuilder<TimeOrderedId>(count);
        while (taken.Count < count)
            taken.Add(await ids.NextAsync(cancellation));
        return taken.MoveToImmutable();
    }
}
