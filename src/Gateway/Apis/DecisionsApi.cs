using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Gateway.Authorization;
using Grainline.Gateway.Wire;
using Grainline.Routing;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <param name="Items">Newest first.</param>
/// <param name="Waiting">Why a conversation that waits has nobody yet, as of now; null for others.</param>
/// <param name="Next">What to pass as <c>before</c> for the next page; null at the end.</param>
public sealed record DecisionList(ImmutableArray<DecisionView> Items, DecisionView? Waiting, long? Next);

internal static class DecisionsApi
{
    private const int PageSize = 50;

    public static void MapDecisions(this IEndpointRouteBuilder api) =>
        api.MapGet("/conversations/{id}/decisions", List).ForStaff()
            .WithSummary("Who was looked at for a conversation, with what score, and why others were passed over.").Produces<DecisionList>();

    private static async Task<IResult> List(
        string id, HttpContext http, IGrainFactory grains, long? before = null, int limit = PageSize)
    {
        if ((Check.Conversation(id) ?? Check.Range(limit, 1, 100, "limit") ?? Check.Range(before ?? 0, 0, long.MaxValue, "before")) is { } refusal)
            return Answers.Refused(refusal);
        var session = http.Session();
        // The conversation alone decides who may see it.
        var conversation = await grains.Conversation(new(session.Tenant, id)).View(session.Actor);
        if (!conversation.Succeeded)
            return Answers.Refused(conversation.Refusal);
        var page = await grains.DecisionDirectory().List(new(session.Tenant, id, before, limit), http.RequestAborted);
        var waiting = conversation.Value is { Status: ConversationStatus.Queued } waits
            ? await grains.Routing(new(session.Tenant, waits.Queue)).Explain(id)
            : default;
        return Results.Ok(new DecisionList(page.Items, waiting.Value, page.Next));
    }
}
