using Grainline.Gateway.Attachments;
using Grainline.Gateway.Ids;
using Grainline.Gateway.Wire;

namespace Grainline.Gateway.Apis;

internal static class ApiSetup
{
    private const int LargestBody = 65_536;

    public static IServiceCollection AddApis(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => WireJson.Apply(json.SerializerOptions));
        // A body that does not bind is answered by the same handler as everything else.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton<TicketReaders>().AddSingleton<IdStock>();
        services.AddExceptionHandler<FaultHandler>().AddProblemDetails();
        services.AddOpenApi("v1", options => options.AddDocumentTransformer<ApiDescription>().AddOperationTransformer<ApiSecurity>());
        return services;
    }

    public static void MapApis(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").WithMetadata(new BodyLimit(LargestBody));
        api.MapGroup("").WithTags("Visitors").MapVisitors();
        api.MapGroup("").WithTags("Sites").MapSites();
        api.MapGroup("").WithTags("Sessions").MapSessions();
        api.MapGroup("").WithTags("Sessions").MapMe();
        api.MapGroup("").WithTags("Conversations").MapConversations();
        api.MapGroup("").WithTags("Attachments").MapUploads();
        api.MapGroup("").WithTags("Attachments").MapAttachments();
        api.MapGroup("").WithTags("Queues").MapQueues();
        api.MapGroup("").WithTags("Queues").MapReplays();
        api.MapGroup("").WithTags("Queues").MapQueuePolicies();
        api.MapGroup("").WithTags("Conversations").MapDecisions();
        api.MapGroup("").WithTags("Agents").MapAgents();
        api.MapGroup("").WithTags("Agents").MapSkills();
        api.MapGroup("").WithTags("Tickets").MapTickets();
        api.MapGroup("").WithTags("Tickets").MapTicketSagas();
        api.MapGroup("").WithTags("Tickets").MapBulkRuns();
        api.MapGroup("").WithTags("Staff").MapStaff();
        api.MapGroup("").WithTags("Desk").MapDesk();
        api.MapGroup("").WithTags("Desk").MapDeskVersions();
        api.MapGroup("").WithTags("Tickets").MapTicketViews();
        api.MapGroup("").WithTags("Tickets").MapDrafts();
        api.MapGroup("").WithTags("Tickets").MapTicketLists();
        api.MapGroup("").WithTags("Installation").MapSetup();
        app.MapFiles();
        app.MapHealth();
        app.MapOpenApi("/openapi/{documentName}.json");
    }
}
