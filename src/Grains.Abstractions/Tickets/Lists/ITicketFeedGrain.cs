using Grainline.Push;
using Grainline.Refusals;
using Orleans;
using Orleans.Concurrency;

namespace Grainline.Tickets.Lists;

/// <summary>Tells a tenant's consoles that its tickets have changed. Keyed by tenant; holds nothing that a lost activation would lose.</summary>
[Alias("ITicketFeedGrain")]
public interface ITicketFeedGrain : IGrainWithStringKey
{
    /// <summary>The lists are written up to here. Told on at most five times a second.</summary>
    [OneWay]
    Task Moved(long position);

    /// <summary>The newest position known; 0 when none is.</summary>
    Task<TicketsMoved> Newest();

    /// <summary>Answers with the newest position known.</summary>
    Task<Outcome<TicketsMoved>> Subscribe(Subscription subscription);

    Task Unsubscribe(string gateway);
}

/// <param name="Position">Asking for changes up to here finds something.</param>
[GenerateSerializer, Immutable, Alias("tickets.moved")]
public sealed record TicketsMoved(long Position);

public static class TicketFeedGrains
{
    public static ITicketFeedGrain TicketFeed(this IGrainFactory grains, string tenant) => grains.GetGrain<ITicketFeedGrain>(tenant);
}
