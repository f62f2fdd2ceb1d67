using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Gateway.Authorization;
using Grainline.Gateway.Wire;
using Orleans;

namespace Grainline.Gateway.Apis;

internal static class ConversationsApi
{
    public static void MapConversations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/conversations", List).ForStaff().WithSummary("The tenant's conversations, newest activity first.").Produces<ConversationListPage>();
        api.MapGet("/conversations/{id}", Read).ForAnySession().WithSummary("One conversation as the caller sees it.").Produces<ConversationView>();
        api.MapGet("/conversations/{id}/messages", Messages).ForAnySession().WithSummary("Messages after a sequence number.").Produces<MessagePage>();
    }

    private static async Task<IResult> List(
        [AsParameters] ConversationListRequest query, HttpContext http, IGrainFactory grains)
    {
        if (query.Refuse() is { } refusal)
            return Answers.Refused(refusal);
        var session = http.Session();
        var me = await grains.Agent(new(session.Tenant, session.Id)).Snapshot();
        var asked = query.ToQuery(session, me.Queues);
        return asked.Succeeded ? Results.Ok(await grains.ConversationDirectory().List(asked.Value!, http.RequestAborted)) : Answers.Refused(asked.Refusal);
    }

    private static async Task<IResult> Read(string id, HttpContext http, IGrainFactory grains)
    {
        var session = http.Session();
        return Check.Conversation(id) is { } refusal
            ? Answers.Refused(refusal)
            : (await grains.Conversation(new(session.Tenant, id)).View(session.Actor)).Answer();
    }

    private static async Task<IResult> Messages(string id, HttpContext http, IGrainFactory grains, long after = 0, int limit = Limits.PageSize)
    {
        var session = http.Session();
        return new SyncRequest(id, after, limit).Refuse() is { } refusal
            ? Answers.Refused(refusal)
            : (await grains.Conversation(new(session.Tenant, id)).Sync(new(session.Actor, after, limit))).Answer();
    }
}
