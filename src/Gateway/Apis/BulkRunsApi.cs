using Grainline.Gateway.Authorization;
using Grainline.Refusals;
using Grainline.Tickets.Work;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <summary>The same actions on many tickets. Progress is told by the hub: <c>WatchRun</c>.</summary>
internal static class BulkRunsApi
{
    /// <summary>Room for all the ids of the largest run, with actions.</summary>
    private const int LargestBody = 524_288;

    public static void MapBulkRuns(this IEndpointRouteBuilder api)
    {
        api.MapPost("/ticket-runs", Start).ForStaff().WithMetadata(new BodyLimit(LargestBody))
            .WithSummary("Does the same to up to 5,000 tickets; goes on by itself.").Produces<BulkRunView>();
        api.MapGet("/ticket-runs/{id}", Read).ForStaff().WithSummary("How far a run is, and which tickets refused.").Produces<BulkRunView>();
        api.MapPost("/ticket-runs/{id}/cancel", Cancel).ForStaff().WithSummary("Ends a run; what is done stays done.").Produces<BulkRunView>();
    }

    private static async Task<IResult> Start(StartBulkRunRequest body, HttpContext http, IGrainFactory grains) =>
        body.Refuse() is { } refusal ? Answers.Refused(refusal) : (await Run(body.BulkId, http, grains).Start(body.ToCommand(http.Session().Actor))).Answer();

    private static async Task<IResult> Read(string id, HttpContext http, IGrainFactory grains) =>
        Refuse(id) is { } refusal ? Answers.Refused(refusal) : (await Run(id, http, grains).View(http.Session().Actor)).Answer();

    private static async Task<IResult> Cancel(string id, HttpContext http, IGrainFactory grains) =>
        Refuse(id) is { } refusal ? Answers.Refused(refusal) : (await Run(id, http, grains).Cancel(http.Session().Actor)).Answer();

    private static Refusal? Refuse(string id) => TenantScoped.IsId(id) ? null : new(ErrorCode.TicketNotFound, "There is no such run.");

    private static IBulkRunGrain Run(string id, HttpContext http, IGrainFactory grains) => grains.BulkRun(new(http.Session().Tenant, id));
}
