using System.Collections.Immutable;
using Grainline.Gateway.Authorization;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Security;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <param name="Items">The whole list.</param>
public sealed record SkillsRequest(Skill[] Items)
{
    internal Refusal? Refuse() =>
        Check.Range(Items.Length, 0, Limits.Skills, "items")
        ?? (Items.Any(skill => skill is null) ? Check.Invalid("A skill is an id and a name.") : null)
        ?? Items.Select(skill => Check.Id(skill.Id, "id") ?? Check.Name(skill.Name, "name")).FirstOrDefault(refusal => refusal is not null);
}

internal static class SkillsApi
{
    public static void MapSkills(this IEndpointRouteBuilder api)
    {
        api.MapGet("/skills", Read).ForStaff().WithSummary("The skills that agents may have and queues may need; none for any.").Produces<ItemList<Skill>>();
        api.MapPut("/skills", Write).ForStaff(StaffRoles.Admin)
            .WithSummary("Replaces the list of skills.")
            .WithDescription("Refused with 406 while an agent or a queue uses a skill that the new list lacks.")
            .Produces<ItemList<Skill>>();
    }

    private static async Task<IResult> Read(HttpContext http, IGrainFactory grains) => Answer(await grains.Tenant(http.Session().Tenant).Skills());

    private static async Task<IResult> Write(SkillsRequest body, HttpContext http, IGrainFactory grains) =>
        body.Refuse() is { } refusal ? Answers.Refused(refusal) : Answer(await grains.Tenant(http.Session().Tenant).ListSkills([.. body.Items]));

    private static IResult Answer(Outcome<ImmutableArray<Skill>> outcome) => outcome.Answer(skills => new ItemList<Skill>(skills));
}
