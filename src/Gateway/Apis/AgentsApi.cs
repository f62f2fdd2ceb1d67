using Grainline.Agents;
using Grainline.Gateway.Authorization;
using Grainline.Security;
using Orleans;

namespace Grainline.Gateway.Apis;

internal static class AgentsApi
{
    public static void MapAgents(this IEndpointRouteBuilder api) =>
        api.MapGet("/agents", List).ForStaff().WithSummary("The tenant's agents as they stand now.").Produces<ItemList<AgentSnapshot>>();

    private static async Task<IResult> List(HttpContext http, IGrainFactory grains)
    {
        var tenant = await grains.Tenant(http.Session().Tenant).View();
        if (!tenant.Succeeded)
            return Answers.Refused(tenant.Refusal);
        var snapshots = await Task.WhenAll(tenant.Value!.Staff.Select(staff => grains.Agent(new(tenant.Value.Tenant, staff.AgentId)).Snapshot()));
        return Results.Ok(new ItemList<AgentSnapshot>([.. snapshots]));
    }
}
