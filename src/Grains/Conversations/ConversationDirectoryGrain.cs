using Orleans;
using Orleans.Concurrency;

namespace Grainline.Conversations;

/// <summary>The list, answered by the silo that was asked. It only reads, so calls need not wait for each other.</summary>
[StatelessWorker, Reentrant]
internal sealed class ConversationDirectoryGrain(ConversationDirectory directory) : Grain, IConversationDirectoryGrain
{
    public Task<ConversationListPage> List(ConversationListQuery query, CancellationToken cancellation) => directory.ListAsync(query, cancellation);
}
