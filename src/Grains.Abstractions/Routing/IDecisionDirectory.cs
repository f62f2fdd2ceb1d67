using System.Collections.Immutable;

namespace Grainline.Routing;

/// <summary>Every decision that was taken for a conversation: a read model over the journal, at most a second behind.</summary>
public interface IDecisionDirectory
{
    /// <summary>One page, newest first. Only decisions of the tenant; whether the caller may see the conversation is asked of the conversation.</summary>
    Task<DecisionPage> ListAsync(DecisionListQuery query, CancellationToken cancellation);
}

/// <param name="Before"><see cref="DecisionPage.Next"/> of the page before; null for the newest.</param>
/// <param name="Limit">1 to 100.</param>
public sealed record DecisionListQuery(string Tenant, string ConversationId, long? Before, int Limit);

/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record DecisionPage(ImmutableArray<DecisionView> Items, long? Next);
