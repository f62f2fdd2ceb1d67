using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Journaling;

namespace Grainline.Tickets.Work;

internal sealed record BulkRunState : IEventSourced<BulkRunState, BulkRunEvent>
{
    /// <summary>Failures that are listed; further ones are only counted.</summary>
    public const int Listed = 200;

    public static BulkRunState Initial { get; } = new();

    public BulkBegun? Begun { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool Cancelled { get; init; }

    /// <summary>How many of the tickets are behind.</summary>
    public int Done { get; init; }

    public int FailedCount { get; init; }

    public ImmutableArray<FailedTicket> Failed { get; init; } = [];

    public bool Runs => Begun is not null && EndedAt is null;

    public BulkRunState Apply(BulkRunEvent @event, long seq, DateTimeOffset at) => @event switch
    {
        BulkBegun e => this with { Begun = e, StartedAt = at },
        BulkAdvanced e => this with { Done = e.Done, FailedCount = FailedCount + e.Failed.Length, Failed = [.. Failed, .. e.Failed.Take(Listed - Failed.Length)] },
        BulkCancelled => this with { Cancelled = true },
        BulkEnded => this with { EndedAt = at },
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };

    /// <param name="ahead">Done since that was written down.</param>
    public BulkRunView View(string bulkId, int ahead, IReadOnlyCollection<FailedTicket> failedAhead) => new(
        bulkId, Begun!.By.Author(), StartedAt, EndedAt, Cancelled, Begun.TicketIds.Length, Done + ahead, FailedCount + failedAhead.Count,
        [.. Failed.Concat(failedAhead).Take(Listed).Select(f => f.View)]);
}
