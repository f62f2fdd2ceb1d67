using Grainline.Gateway.Authorization;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Tickets.Work;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <param name="Subject"><c>ticket/ID</c>, <c>conversation/ID</c> or <c>new</c>.</param>
/// <param name="Kind"><c>reply</c> or <c>note</c>.</param>
/// <param name="Text">Empty removes the draft.</param>
/// <param name="IfVersion">The version that the client knows; refused with 601 when another client has saved a newer one.</param>
public sealed record SaveDraftRequest(string Subject, string Kind, string Text, long? IfVersion = null)
{
    internal Refusal? Refuse() => Text.Length == 0 ? null : Check.Words(Text, Limits.TextLength, "text");
}

/// <summary>What one has begun to write, on every browser.</summary>
internal static class DraftsApi
{
    public static void MapDrafts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/drafts", List).ForStaff().WithSummary("One's own drafts, newest first.").Produces<ItemList<Draft>>();
        api.MapPut("/drafts", Save).ForStaff().WithSummary("Keeps a draft, or removes it when its text is empty.").Produces<Draft>();
    }

    private static async Task<IResult> List(HttpContext http, IGrainFactory grains) => Results.Ok(new ItemList<Draft>(await Drafts(http, grains).All()));

    private static async Task<IResult> Save(SaveDraftRequest body, HttpContext http, IGrainFactory grains) =>
        body.Refuse() is { } refusal
            ? Answers.Refused(refusal)
            : (await Drafts(http, grains).Save(new(body.Subject, body.Kind, PlainText.Normalise(body.Text), body.IfVersion))).Answer();

    private static IDraftsGrain Drafts(HttpContext http, IGrainFactory grains) => grains.Drafts(new(http.Session().Tenant, http.Session().Id));
}
