using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Grainline.Gateway.Authorization;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Tickets;
using Grainline.Tickets.Lists;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <param name="FilterJson">A filter as lists are asked with it; <c>me</c> among assignees or as watcher is whoever looks.</param>
/// <param name="Owner">The caller's own agent id; null for shared.</param>
/// <param name="Order">Place among its like, from 0.</param>
public sealed record SaveViewRequest(
    string Name, JsonText FilterJson, TicketOrder SortBy = TicketOrder.Updated, bool Descending = true, ImmutableArray<string>? Columns = null, string? Owner = null, int Order = 0)
{
    // A filter that asks for what does not exist would show everything.
    private static readonly JsonSerializerOptions Strict = Spelling();

    internal Refusal? Refuse() => Check.Name(Name, "name") ?? (IsFilter() ? null : Check.Invalid("'filterJson' is no filter of tickets."));

    internal SavedView View(string id) => new(id, Name, Owner, FilterJson, SortBy, Descending, Columns ?? [], Order);

    private bool IsFilter()
    {
        try
        {
            return JsonSerializer.Deserialize<TicketFilter>(FilterJson.Text, Strict) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonSerializerOptions Spelling()
    {
        var options = new JsonSerializerOptions { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
        WireJson.Apply(options);
        return options;
    }
}

internal static class TicketViewsApi
{
    public static void MapTicketViews(this IEndpointRouteBuilder api)
    {
        api.MapGet("/ticket-views", List).ForStaff().WithSummary("Shared views of tickets, then one's own.").Produces<ItemList<SavedView>>();
        api.MapPut("/ticket-views/{id}", Save).ForStaff().WithSummary("Adds a view or replaces it; shared ones are for supervisors and administrators.").Produces<SavedView>();
        api.MapDelete("/ticket-views/{id}", Remove).ForStaff().WithSummary("Removes a view.");
    }

    private static async Task<IResult> List(HttpContext http, IGrainFactory grains) => Results.Ok(new ItemList<SavedView>(await Views(http, grains).For(http.Session().Id)));

    private static async Task<IResult> Save(string id, SaveViewRequest body, HttpContext http, IGrainFactory grains) =>
        body.Refuse() is { } refusal ? Answers.Refused(refusal) : (await Views(http, grains).Save(http.Session().Actor, body.View(id))).Answer();

    private static async Task<IResult> Remove(string id, HttpContext http, IGrainFactory grains) => (await Views(http, grains).Remove(http.Session().Actor, id)).Answer();

    private static ISavedViewsGrain Views(HttpContext http, IGrainFactory grains) => grains.SavedViews(http.Session().Tenant);
}
