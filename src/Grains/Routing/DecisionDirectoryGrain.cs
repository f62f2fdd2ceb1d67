using Orleans;
using Orleans.Concurrency;

namespace Grainline.Routing;

/// <summary>The list, answered by the silo that was asked. It only reads, so calls need not wait for each other.</summary>
[StatelessWorker, Reentrant]
internal sealed class DecisionDirectoryGrain(DecisionDirectory directory) : Grain, IDecisionDirectoryGrain
{
    public Task<DecisionPage> List(DecisionListQuery query, CancellationToken cancellation) => directory.ListAsync(query, cancellation);
}
