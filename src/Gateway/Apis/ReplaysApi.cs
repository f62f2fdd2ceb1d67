using Grainline.Gateway.Authorization;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Routing;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <param name="From">UTC; null for a day before <paramref name="To"/>.</param>
/// <param name="To">UTC; null for now.</param>
/// <param name="Seed">The same seed gives the same report.</param>
public sealed record ReplayWindowRequest(RoutingPolicySpec Spec, DateTimeOffset? From = null, DateTimeOffset? To = null, long Seed = 1)
{
    internal Refusal? Refuse() => Check.Id(Spec.Name, "name");

    internal ReplayRequest ToCommand() => new(Spec, From?.ToUniversalTime(), To?.ToUniversalTime(), Seed);
}

internal static class ReplaysApi
{
    public static void MapReplays(this IEndpointRouteBuilder api) =>
        api.MapPost("/queues/{id}/replays", Run).ForStaff(StaffRoles.Supervisor | StaffRoles.Admin)
            .WithSummary("Serves a recorded window again in virtual time, under the recorded policy and under another one.").Produces<ReplayReport>();

    private static async Task<IResult> Run(string id, ReplayWindowRequest body, HttpContext http, IGrainFactory grains) =>
        (QueuesApi.Refuse(id) ?? body.Refuse()) is { } refusal
            ? Answers.Refused(refusal)
            : (await grains.QueueReplays(http.Session().Tenant).Run(id, body.ToCommand(), http.RequestAborted)).Answer();
}
