using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Gateway.Authorization;
using Grainline.Security;
using Orleans;

namespace Grainline.Gateway.Apis;

public sealed record MeView(string AgentId, string Name, string Tenant, string TenantName, StaffRoles Roles, ImmutableArray<string> Queues);

internal static class MeApi
{
    public static void MapMe(this IEndpointRouteBuilder api) => api.MapGet("/me", Read).ForStaff().WithSummary("Who is logged in.").Produces<MeView>();

    private static async Task<IResult> Read(HttpContext http, IGrainFactory grains)
    {
        var session = http.Session();
        var agent = grains.Agent(new(session.Tenant, session.Id)).Snapshot();
        var tenant = await grains.Tenant(session.Tenant).View();
        var queues = (await agent).Queues;
        return tenant.Answer(view => new MeView(session.Id, session.Name, view.Tenant, view.Name, session.Roles, queues));
    }
}
