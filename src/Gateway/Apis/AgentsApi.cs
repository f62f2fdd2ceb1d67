using Grainline.Agents;
using Grainline.Gateway.Authorization;
using Grainline.Refusals;
using Grainline.Security;
using Orleans;

namespace Grainline.Gateway.Apis;

internal static class AgentsApi
{
    public static void MapAgents(this IEndpointRouteBuilder api)
    {
        api.MapGet("/agents", List).ForStaff().WithSummary("The tenant's agents as they stand now.").Produces<ItemList<AgentSnapshot>>();
        api.MapGet("/agents/{id}", Read).ForStaff().WithSummary("Who an agent is and whom it may serve.").Produces<AgentProfileView>();
        api.MapPut("/agents/{id}", Write).ForStaff(StaffRoles.Admin)
            .WithSummary("Changes an agent's name, capacity, queues, skills, languages and shift.")
            .WithDescription("The whole profile: what is absent is removed. Skills have levels 1 to 5 and stand in the tenant's list if it has one. Without a shift the agent is offered work whenever it is available.")
            .Produces<AgentProfileView>();
        api.MapGet("/agents/{id}/status", Statuses).ForStaff()
            .WithSummary("An agent's statuses with their reasons, oldest first.")
            .WithDescription("Whole intervals that touch [from, to); the last day when absent. 'next' of one page is 'after' of the following one; a page may be empty although there is a next one. Agents see their own, supervisors and administrators everybody's.")
            .Produces<StatusPage>();
    }

    private static async Task<IResult> List(HttpContext http, IGrainFactory grains)
    {
        var tenant = await grains.Tenant(http.Session().Tenant).View();
        if (!tenant.Succeeded)
            return Answers.Refused(tenant.Refusal);
        var snapshots = await Task.WhenAll(tenant.Value!.Staff.Select(staff => grains.Agent(new(tenant.Value.Tenant, staff.AgentId)).Snapshot()));
        return Results.Ok(new ItemList<AgentSnapshot>([.. snapshots]));
    }

    private static async Task<IResult> Read(string id, HttpContext http, IGrainFactory grains) =>
        Unknown(id) is { } refusal
            ? Answers.Refused(refusal)
            : (await grains.Agent(new(http.Session().Tenant, id)).Profile()).Answer(profile => AgentProfileView.Of(id, profile));

    private static async Task<IResult> Write(string id, AgentProfileRequest body, HttpContext http, IGrainFactory grains)
    {
        if ((Unknown(id) ?? body.Refuse()) is { } refusal)
            return Answers.Refused(refusal);
        var profile = body.ToProfile();
        return (await grains.Tenant(http.Session().Tenant).ConfigureAgent(id, profile)).Answer(_ => AgentProfileView.Of(id, profile));
    }

    private static async Task<IResult> Statuses(
        string id, HttpContext http, IGrainFactory grains, TimeProvider time, DateTimeOffset? from = null, DateTimeOffset? to = null, long after = 0, int limit = 100)
    {
        var session = http.Session();
        if (Unknown(id) is { } refusal)
            return Answers.Refused(refusal);
        if (id != session.Id && !session.Actor.Oversees)
            return Answers.Refused(ErrorCode.Forbidden, "These are another agent's.");
        var until = (to ?? time.GetUtcNow()).ToUniversalTime();
        var since = (from ?? until - TimeSpan.FromDays(1)).ToUniversalTime();
        return (await grains.Agent(new(session.Tenant, id)).Statuses(new(since, until, after, limit))).Answer();
    }

    private static Refusal? Unknown(string id) => TenantScoped.IsId(id) ? null : new(ErrorCode.AgentNotFound, "There is no such agent.");
}
