using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Gateway.Authentication;
using Grainline.Gateway.Authorization;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Security;
using Grainline.Visitors;
using Orleans;

namespace Grainline.Gateway.Apis;

internal static class VisitorsApi
{
    public static void MapVisitors(this IEndpointRouteBuilder api)
    {
        api.MapPost("/visitors", Admit).WithSummary("Admits a visitor and opens its session; with a visitor's token it renews that visitor's.").Produces<VisitorSession>();
        api.MapGet("/visitor/conversations", List).ForVisitors().WithSummary("The visitor's own conversations, newest first.").Produces<VisitorPage>();
    }

    private static async Task<IResult> Admit(
        AdmitRequest body, HttpContext http, IGrainFactory grains, SessionDesk desk, AddressBudget budget)
    {
        if (body.Refuse() is { } refusal)
            return Answers.Refused(refusal);
        if (!budget.MayBringVisitor(http.Connection.RemoteIpAddress))
            return Answers.Refused(ErrorCode.RateLimited, "Too many visitors from this address; wait a moment.");
        var found = await grains.Site(body.Site).View();
        if (!found.Succeeded)
            return Answers.Refused(found.Refusal);
        var site = found.Value!;
        if (!site.Allows(http.Request))
            return Answers.Refused(ErrorCode.OriginNotAllowed, "This site may not be used from this page.");
        if (body.Identity is null && Returning(http, desk, site) is { } visitorId)
        {
            var known = await grains.Visitor(new(site.Tenant, visitorId)).View();
            if (known.Succeeded)
                return Results.Ok(desk.Open(site, known.Value!));
        }
        return (await grains.Site(body.Site).Admit(body.Identity?.ToCommand())).Answer(visitor => desk.Open(site, visitor));
    }

    private static string? Returning(HttpContext http, SessionDesk desk, SiteView site)
    {
        var session = http.User.Session() ?? http.Features.Get<SessionRefused>()?.Session;
        return session is not null && session.Site == site.SiteKey && session.Tenant == site.Tenant && desk.MayReturn(session) ? session.Id : null;
    }

    private static async Task<IResult> List(HttpContext http, IGrainFactory grains, DateTimeOffset? before = null, int limit = 20)
    {
        if (Check.Range(limit, 1, 100, "limit") is { } refusal)
            return Answers.Refused(refusal);
        var session = http.Session();
        var listed = await grains.Visitor(new(session.Tenant, session.Id)).Conversations(before, limit);
        if (!listed.Succeeded)
            return Answers.Refused(listed.Refusal);
        var views = await Task.WhenAll(listed.Value.Select(item => grains.Conversation(new(session.Tenant, item.ConversationId)).View(session.Actor)));
        var next = listed.Value.Length == limit ? listed.Value[^1].OpenedAt : (DateTimeOffset?)null;
        return Results.Ok(new VisitorPage([.. views.Where(view => view.Succeeded).Select(view => view.Value!)], next));
    }
}

/// <param name="Next">Pass it as <c>before</c> for the next page; null at the end.</param>
public sealed record VisitorPage(ImmutableArray<ConversationView> Items, DateTimeOffset? Next);
