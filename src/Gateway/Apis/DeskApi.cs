using Grainline.Gateway.Authorization;
using Grainline.Refusals;
using Grainline.Tickets.Desk;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <summary>What a tenant has set up for its tickets.</summary>
internal static class DeskApi
{
    public static void MapDesk(this IEndpointRouteBuilder api)
    {
        api.MapGet("/desk", View).ForStaff().WithSummary("Teams, lifecycles, forms, SLA policies, macros and saved replies, each at its newest version.").Produces<DeskView>();
        api.MapPut("/desk/teams/{id}", SaveTeam).ForStaff(StaffRoles.Admin).WithSummary("Adds a team or replaces it.").Produces<Team>();
        api.MapPut("/desk/macros/{id}", SaveMacro).ForStaff(StaffRoles.Admin).WithSummary("Adds a macro or replaces it.").Produces<Macro>();
        api.MapPut("/desk/replies/{id}", SaveReply).ForStaff(StaffRoles.Admin).WithSummary("Adds a saved reply or replaces it.").Produces<SavedReply>();
        api.MapDelete("/desk/{kind}/{id}", Remove).ForStaff(StaffRoles.Admin)
            .WithSummary("Takes one of teams, lifecycles, forms, sla-policies, macros or replies away.")
            .WithDescription("Refused with 607 while something names it. Versions stay readable: tickets live by them.");
        api.MapGet("/forms/{id}", PublicForm).ForAnySession().WithSummary("A form that visitors may fill, at its newest version.").Produces<PublicFormView>();
    }

    /// <summary>Null for a word that names no kind.</summary>
    public static DeskKind? Kind(string word) => word switch
    {
        "teams" => DeskKind.Team,
        "lifecycles" => DeskKind.Lifecycle,
        "forms" => DeskKind.Form,
        "sla-policies" => DeskKind.SlaPolicy,
        "macros" => DeskKind.Macro,
        "replies" => DeskKind.SavedReply,
        _ => null,
    };

    public static IDeskGrain Desk(this HttpContext http, IGrainFactory grains) => grains.Desk(http.Session().Tenant);

    public static IResult Unknown() => Answers.Refused(ErrorCode.DefinitionNotFound, "There is no such thing on the desk.");

    private static async Task<IResult> View(HttpContext http, IGrainFactory grains) => (await http.Desk(grains).View()).Answer();

    private static async Task<IResult> SaveTeam(string id, SaveTeamRequest body, HttpContext http, IGrainFactory grains) =>
        (await http.Desk(grains).SaveTeam(http.Session().Actor, body.Team(id))).Answer();

    private static async Task<IResult> SaveMacro(string id, SaveMacroRequest body, HttpContext http, IGrainFactory grains) =>
        (await http.Desk(grains).SaveMacro(http.Session().Actor, body.Macro(id))).Answer();

    private static async Task<IResult> SaveReply(string id, SaveReplyRequest body, HttpContext http, IGrainFactory grains) =>
        body.Refuse() is { } refusal ? Answers.Refused(refusal) : (await http.Desk(grains).SaveReply(http.Session().Actor, body.Reply(id))).Answer();

    private static async Task<IResult> Remove(string kind, string id, HttpContext http, IGrainFactory grains) =>
        Kind(kind) is { } known ? (await http.Desk(grains).Remove(http.Session().Actor, known, id)).Answer() : Unknown();

    private static async Task<IResult> PublicForm(string id, HttpContext http, IGrainFactory grains) =>
        await http.Desk(grains).PublicForm(id) is { } form ? Results.Ok(form) : Unknown();
}
