using Grainline.Gateway.Authorization;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Routing;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <param name="Note">Why, for those who read the list of versions.</param>
public sealed record PublishPolicyRequest(RoutingPolicySpec Spec, string? Note = null)
{
    internal Refusal? Refuse() => Check.Id(Spec.Name, "name") ?? Check.Words(Note, Limits.CommentLength, "note");
}

/// <param name="ToVersion">Null for the version that was in force before.</param>
public sealed record RollBackPolicyRequest(long? ToVersion = null);

internal static class QueuePoliciesApi
{
    public static void MapQueuePolicies(this IEndpointRouteBuilder api)
    {
        api.MapGet("/queues/{id}/policies", List).ForStaff().WithSummary("The versions of a queue's policy, newest first.").Produces<PolicyList>();
        api.MapPost("/queues/{id}/policies", Publish).ForStaff(StaffRoles.Admin)
            .WithSummary("Checks a policy and puts it in force for the next decision.").Produces<PolicyVersionView>();
        api.MapPost("/queues/{id}/policies/rollback", RollBack).ForStaff(StaffRoles.Admin)
            .WithSummary("Puts an earlier version back in force for the next decision.").Produces<PolicyVersionView>();
    }

    private static async Task<IResult> List(string id, HttpContext http, IGrainFactory grains) =>
        QueuesApi.Refuse(id) is { } refusal ? Answers.Refused(refusal) : (await Queue(id, http, grains).Policies()).Answer();

    private static async Task<IResult> Publish(string id, PublishPolicyRequest body, HttpContext http, IGrainFactory grains) =>
        (QueuesApi.Refuse(id) ?? body.Refuse()) is { } refusal
            ? Answers.Refused(refusal)
            : (await Queue(id, http, grains).PublishPolicy(new(body.Spec, http.Session().Actor, body.Note))).Answer();

    private static async Task<IResult> RollBack(string id, RollBackPolicyRequest body, HttpContext http, IGrainFactory grains) =>
        QueuesApi.Refuse(id) is { } refusal
            ? Answers.Refused(refusal)
            : (await Queue(id, http, grains).RollBackPolicy(new(http.Session().Actor, body.ToVersion))).Answer();

    private static IRoutingGrain Queue(string id, HttpContext http, IGrainFactory grains) => grains.Routing(new(http.Session().Tenant, id));
}
