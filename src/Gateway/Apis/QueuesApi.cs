using System.Collections.Immutable;
using Grainline.Gateway.Authorization;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Security;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <param name="Policy">Name of an installed routing policy, such as <c>least-loaded</c>.</param>
/// <param name="OfferSeconds">How long an agent has to answer an offer.</param>
public sealed record AddQueueRequest(string QueueId, string Name, string Policy = "least-loaded", int OfferSeconds = 30)
{
    internal Refusal? Refuse() =>
        Check.Id(QueueId, "queueId") ?? Check.Name(Name, "name") ?? Check.Id(Policy, "policy") ?? Check.Range(OfferSeconds, 5, 600, "offerSeconds");
}

public sealed record ItemList<T>(ImmutableArray<T> Items);

internal static class QueuesApi
{
    public static void MapQueues(this IEndpointRouteBuilder api)
    {
        api.MapGet("/queues", List).ForStaff().WithSummary("The tenant's queues with their lines and agents.").Produces<ItemList<QueueView>>();
        api.MapPost("/queues", Add).ForStaff(StaffRoles.Admin).WithSummary("Adds a queue, or changes how it works.").Produces<TenantView>();
        api.MapGet("/queues/{id}", Read).ForStaff().WithSummary("How a queue works.").Produces<QueueProfile>();
        api.MapPut("/queues/{id}", Change).ForStaff(StaffRoles.Admin).WithSummary("Changes how a queue works, or adds it.").Produces<QueueProfile>();
    }

    public static Refusal? Refuse(string id) => TenantScoped.IsId(id) ? null : new(ErrorCode.QueueNotFound, "There is no such queue.");

    private static async Task<IResult> Read(string id, HttpContext http, IGrainFactory grains) =>
        Refuse(id) is { } refusal ? Answers.Refused(refusal) : (await grains.Routing(new(http.Session().Tenant, id)).View()).Answer(view => view.Profile);

    private static async Task<IResult> Change(string id, QueueProfile body, HttpContext http, IGrainFactory grains)
    {
        if (Refuse(id) is { } refusal)
            return Answers.Refused(refusal);
        var tenant = http.Session().Tenant;
        var changed = await grains.Tenant(tenant).AddQueue(id, body);
        return changed.Succeeded ? (await grains.Routing(new(tenant, id)).View()).Answer(view => view.Profile) : Answers.Refused(changed.Refusal);
    }

    private static async Task<IResult> List(HttpContext http, IGrainFactory grains)
    {
        var tenant = await grains.Tenant(http.Session().Tenant).View();
        if (!tenant.Succeeded)
            return Answers.Refused(tenant.Refusal);
        var views = await Task.WhenAll(tenant.Value!.Queues.Select(id => grains.Routing(new(tenant.Value.Tenant, id)).View()));
        return Results.Ok(new ItemList<QueueView>([.. views.Where(view => view.Succeeded).Select(view => view.Value!)]));
    }

    private static async Task<IResult> Add(AddQueueRequest body, HttpContext http, IGrainFactory grains)
    {
        if (body.Refuse() is { } refusal)
            return Answers.Refused(refusal);
        var tenant = http.Session().Tenant;
        // Whoever says only this much about a queue that exists means the rest to stay.
        var known = (await grains.Routing(new(tenant, body.QueueId)).View()).Value?.Profile;
        var profile = known is null
            ? new QueueProfile(body.Name, body.Policy, body.OfferSeconds)
            : known with { Name = body.Name, Policy = body.Policy, OfferSeconds = body.OfferSeconds };
        return (await grains.Tenant(tenant).AddQueue(body.QueueId, profile)).Answer();
    }
}
