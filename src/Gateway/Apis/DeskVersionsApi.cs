using Grainline.Gateway.Authorization;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <summary>What is published in versions.</summary>
internal static class DeskVersionsApi
{
    // A form may be as large as other requests as a whole; inside a request its quotes may be escaped and a note stands beside it.
    private const int LargestForm = 4 * TicketLimits.FormBytes;

    public static void MapDeskVersions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/desk/lifecycles/{id}/versions", PublishLifecycle).ForStaff(StaffRoles.Admin)
            .WithSummary("Checks a lifecycle and publishes it: new tickets follow it, others keep their version.").Produces<DefinitionVersion<LifecycleSpec>>();
        api.MapPost("/desk/sla-policies/{id}/versions", PublishSlaPolicy).ForStaff(StaffRoles.Admin)
            .WithSummary("Checks an SLA policy and publishes it.").Produces<DefinitionVersion<SlaPolicySpec>>();
        api.MapPost("/desk/forms/{id}/versions", PublishForm).ForStaff(StaffRoles.Admin).WithMetadata(new BodyLimit(LargestForm))
            .WithSummary("Checks a form and publishes it, or only checks it.")
            .WithDescription("Refused with 609 while open tickets of older versions would not be valid after the upgrade path; with check they are named.")
            .Produces<FormPublished>();
        api.MapGet("/desk/{kind}/{id}/versions", Versions).ForStaff().WithSummary("The versions of a lifecycle, form or SLA policy, newest first.").Produces<ItemList<VersionSummary>>();
        api.MapGet("/desk/lifecycles/{id}/versions/{version}", Lifecycle).ForStaff().WithSummary("One version of a lifecycle.").Produces<NamedVersion<LifecycleSpec>>();
        api.MapGet("/desk/forms/{id}/versions/{version}", Form).ForStaff().WithSummary("One version of a form.").Produces<NamedVersion<FormSpec>>();
        api.MapGet("/desk/sla-policies/{id}/versions/{version}", SlaPolicy).ForStaff().WithSummary("One version of an SLA policy.").Produces<NamedVersion<SlaPolicySpec>>();
    }

    private static async Task<IResult> PublishLifecycle(string id, PublishLifecycleRequest body, HttpContext http, IGrainFactory grains) =>
        body.Refuse() is { } refusal ? Answers.Refused(refusal) : (await http.Desk(grains).PublishLifecycle(http.Session().Actor, id, body.Spec, body.Note)).Answer();

    private static async Task<IResult> PublishSlaPolicy(string id, PublishSlaPolicyRequest body, HttpContext http, IGrainFactory grains) =>
        body.Refuse() is { } refusal ? Answers.Refused(refusal) : (await http.Desk(grains).PublishSlaPolicy(http.Session().Actor, id, body.Spec, body.Note)).Answer();

    private static async Task<IResult> PublishForm(string id, PublishFormRequest body, HttpContext http, IGrainFactory grains) =>
        body.Refuse() is { } refusal ? Answers.Refused(refusal) : (await http.Desk(grains).PublishForm(http.Session().Actor, id, body.Spec, body.Note, body.Check)).Answer();

    private static async Task<IResult> Versions(string kind, string id, HttpContext http, IGrainFactory grains) =>
        DeskApi.Kind(kind) is { } known ? (await http.Desk(grains).Versions(known, id)).Answer(items => new ItemList<VersionSummary>(items)) : DeskApi.Unknown();

    private static async Task<IResult> Lifecycle(string id, int version, HttpContext http, IGrainFactory grains) =>
        Answer(id, version, await http.Desk(grains).Lifecycle(new(id, version)));

    private static async Task<IResult> Form(string id, int version, HttpContext http, IGrainFactory grains) => Answer(id, version, await http.Desk(grains).Form(new(id, version)));

    private static async Task<IResult> SlaPolicy(string id, int version, HttpContext http, IGrainFactory grains) =>
        Answer(id, version, await http.Desk(grains).SlaPolicy(new(id, version)));

    private static IResult Answer<T>(string id, int version, T? spec)
        where T : class => spec is null ? DeskApi.Unknown() : Results.Ok(new NamedVersion<T>(id, version, spec));
}
