using System.Collections.Immutable;
using Orleans;

namespace Grainline.Routing;

/// <summary>Every decision that was taken for a conversation: a read model over the journal, at most a second behind. Any silo answers.</summary>
[Alias("IDecisionDirectoryGrain")]
public interface IDecisionDirectoryGrain : IGrainWithIntegerKey
{
    /// <summary>One page, newest first. Only decisions of the tenant; whether the caller may see the conversation is asked of the conversation.</summary>
    Task<DecisionPage> List(DecisionListQuery query, CancellationToken cancellation);
}

public static class DecisionDirectoryGrains
{
    public static IDecisionDirectoryGrain DecisionDirectory(this IGrainFactory grains) => grains.GetGrain<IDecisionDirectoryGrain>(AnySilo.Key());
}

/// <param name="Before"><see cref="DecisionPage.Next"/> of the page before; null for the newest.</param>
/// <param name="Limit">1 to 100.</param>
[GenerateSerializer, Immutable, Alias("routing.decision-query")]
public sealed record DecisionListQuery(string Tenant, string ConversationId, long? Before, int Limit);

/// <param name="Next">Where the next page begins; null at the end.</param>
[GenerateSerializer, Immutable, Alias("routing.decisions")]
public sealed record DecisionPage(ImmutableArray<DecisionView> Items, long? Next);
