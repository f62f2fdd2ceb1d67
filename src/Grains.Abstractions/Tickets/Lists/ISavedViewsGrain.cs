using System.Collections.Immutable;
using Grainline.Refusals;
using Orleans;

namespace Grainline.Tickets.Lists;

/// <summary>A tenant's saved views: shared ones and everybody's own. Keyed by tenant.</summary>
[Alias("ISavedViewsGrain")]
public interface ISavedViewsGrain : IGrainWithStringKey
{
    /// <summary>Shared views, then the agent's own, each in its order. A tenant that has saved none has five shared ones: mine, unassigned, open, due soon, recently solved.</summary>
    Task<ImmutableArray<SavedView>> For(string agentId);

    /// <summary>Adds or replaces. Shared ones are for those who oversee; nobody changes another's.</summary>
    Task<Outcome<SavedView>> Save(Actor by, SavedView view);

    Task<Outcome<Done>> Remove(Actor by, string viewId);
}

/// <param name="Owner">Agent id; null for shared.</param>
/// <param name="FilterJson">A <see cref="TicketFilter"/> as on the wire; <c>me</c> among assignees or as watcher is whoever looks.</param>
/// <param name="Order">Place among its like, from 0.</param>
[GenerateSerializer, Immutable, Alias("tickets.view")]
public sealed record SavedView(
    string Id, string Name, string? Owner, JsonText FilterJson, TicketOrder SortBy, bool Descending, ImmutableArray<string> Columns, int Order);

public static class SavedViewGrains
{
    public static ISavedViewsGrain SavedViews(this IGrainFactory grains, string tenant) => grains.GetGrain<ISavedViewsGrain>(tenant);
}
