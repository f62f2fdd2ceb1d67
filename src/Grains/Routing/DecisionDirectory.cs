using System.Collections.Immutable;
using System.Text.Json;
using Grainline.Journal.ReadModels;

namespace Grainline.Routing;

/// <summary>Decisions for whoever asks, from the rows that the projection keeps.</summary>
internal sealed class DecisionDirectory(IDecisionRows rows)
{
    public async Task<DecisionPage> ListAsync(DecisionListQuery query, CancellationToken cancellation)
    {
        var found = await rows.ListAsync(query.Tenant, query.ConversationId, query.Before, query.Limit + 1, cancellation);
        ImmutableArray<DecisionView> items =
            [.. found.Take(query.Limit).Select(row => JsonSerializer.Deserialize(row.Json.Span, DecisionJson.Default.DecisionView)!)];
        return new(items, found.Count > query.Limit ? found[query.Limit - 1].Position : null);
    }
}
