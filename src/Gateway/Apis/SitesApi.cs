using Grainline.Gateway.Authentication;
using Grainline.Gateway.Authorization;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Security;
using Orleans;

namespace Grainline.Gateway.Apis;

public sealed record SiteSummary(string Site, string Name);

/// <param name="SiteKey">Public and unique in the installation.</param>
/// <param name="Queue">Where its conversations go.</param>
/// <param name="Origins">Web origins that may embed it, such as <c>https://shop.example</c>.</param>
public sealed record AddSiteRequest(string SiteKey, string Name, string Queue, string[] Origins)
{
    internal Refusal? Refuse() => Check.Id(SiteKey, "siteKey") ?? Check.Name(Name, "name") ?? Check.Id(Queue, "queue") ?? SetupShape.Origins(Origins);
}

internal static class SitesApi
{
    public static void MapSites(this IEndpointRouteBuilder api)
    {
        api.MapGet("/sites/{site}", Read).WithSummary("What the widget shows of a site.").Produces<SiteSummary>();
        api.MapPost("/sites", Add).ForStaff(StaffRoles.Admin).WithSummary("Adds a site.").Produces<TenantView>();
    }

    private static async Task<IResult> Read(string site, HttpRequest request, IGrainFactory grains)
    {
        if (!TenantScoped.IsId(site))
            return Answers.Refused(ErrorCode.UnknownSite, "There is no such site.");
        var view = await grains.Site(site).View();
        return view.Succeeded && !view.Value!.Allows(request)
            ? Answers.Refused(ErrorCode.OriginNotAllowed, "This site may not be used from this page.")
            : view.Answer(known => new SiteSummary(known.SiteKey, known.Name));
    }

    private static async Task<IResult> Add(AddSiteRequest body, HttpContext http, IGrainFactory grains)
    {
        if (body.Refuse() is { } refusal)
            return Answers.Refused(refusal);
        var tenant = http.Session().Tenant;
        return (await grains.Tenant(tenant).AddSite(body.SiteKey, new(tenant, body.Name, body.Queue, [.. body.Origins]))).Answer();
    }
}
