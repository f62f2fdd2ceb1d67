using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Deadlines;
using Grainline.Push;
using Grainline.Refusals;
using Orleans;

namespace Grainline.Tickets.Work;

/// <summary>The same actions on many tickets. Goes on after a crash where it was; each ticket is changed once. Keyed by tenant and the id that the caller made.</summary>
[Alias("IBulkRunGrain")]
public interface IBulkRunGrain : IGrainWithStringKey, IDeadlineTarget
{
    /// <summary>Returns once it is written down; the work goes on by itself. Idempotent.</summary>
    Task<Outcome<BulkRunView>> Start(StartBulkRun command);

    Task<Outcome<BulkRunView>> View(Actor reader);

    /// <summary>What is done stays done.</summary>
    Task<Outcome<BulkRunView>> Cancel(Actor by);

    /// <summary>Takes or renews a gateway's lease on the run's progress, which is told at most five times a second, and answers with the view at that instant.</summary>
    Task<Outcome<BulkRunView>> Subscribe(Subscription subscription, Actor reader);

    Task Unsubscribe(string gateway);
}

/// <summary>How far a run is: the newest one replaces those before.</summary>
/// <param name="Source"><c>bulk/</c> and the run's key.</param>
[GenerateSerializer, Immutable, Alias("push.bulk")]
public sealed record BulkRunPush(string Source, BulkRunView Run) : PushItem(Source);

/// <param name="TicketIds">1 to <see cref="TicketLimits.BulkTickets"/>.</param>
[GenerateSerializer, Immutable, Alias("bulk.start")]
public sealed record StartBulkRun(Actor By, ImmutableArray<string> TicketIds, ImmutableArray<TicketAction> Actions, string? Macro = null);

/// <param name="Failed">Those that refused, with the refusal's number and words, at most 200.</param>
[GenerateSerializer, Immutable, Alias("bulk.view")]
public sealed record BulkRunView(
    string BulkId, Author By, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, bool Cancelled, int Total, int Done, int FailedCount, ImmutableArray<BulkFailure> Failed);

[GenerateSerializer, Immutable, Alias("bulk.failure")]
public sealed record BulkFailure(string TicketId, ErrorCode Code, string Why);

public static class BulkRunGrains
{
    public static IBulkRunGrain BulkRun(this IGrainFactory grains, TicketKey key) => grains.GetGrain<IBulkRunGrain>(key.ToString());
}
