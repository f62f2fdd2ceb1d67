using System.Collections.Immutable;
using Grainline.Refusals;
using Orleans;

namespace Grainline.Routing;

/// <summary>What if: a tenant's recorded arrivals, served again in virtual time under another policy. Keyed by tenant, so that one replay of a tenant runs at a time in the whole cluster.</summary>
[Alias("IQueueReplayGrain")]
public interface IQueueReplayGrain : IGrainWithStringKey
{
    /// <summary>
    /// Runs the window twice, under the policy that was recorded and under the one that is proposed. The same journal, window, policy and seed give the same report, byte for byte.
    /// <see cref="ErrorCode.InvalidArgument"/> when the window holds too much or nothing, <see cref="ErrorCode.Overloaded"/> while another replay of this tenant runs.
    /// Cancelling ends it; so does its time, ten minutes.
    /// </summary>
    [ResponseTimeout("00:10:00")]
    Task<Outcome<ReplayReport>> Run(string queue, ReplayRequest request, CancellationToken cancellation);
}

public static class QueueReplayGrains
{
    public static IQueueReplayGrain QueueReplays(this IGrainFactory grains, string tenant) => grains.GetGrain<IQueueReplayGrain>(tenant);
}

/// <param name="Spec">The policy to try.</param>
/// <param name="From">UTC; null for a day before <paramref name="To"/>.</param>
/// <param name="To">UTC; null for now.</param>
/// <param name="Seed">Decides what was not recorded: the patience of those who were served, how long those who were not would have taken, and the resampling.</param>
[GenerateSerializer, Immutable, Alias("routing.replay-request")]
public sealed record ReplayRequest(RoutingPolicySpec Spec, DateTimeOffset? From = null, DateTimeOffset? To = null, long Seed = 1);

/// <param name="Conversations">That came in the window, or waited when it began.</param>
/// <param name="Agents">That could have served at some moment of it.</param>
/// <param name="Actual">What was measured then: how far the first run is from it is how far runs are from life.</param>
/// <param name="Recorded">The run under the policy that took most of the window's decisions.</param>
/// <param name="Proposed">The run under the policy to try.</param>
/// <param name="Difference">Proposed less recorded. The two runs share their arrivals, so this is surer than either.</param>
/// <param name="Notes">What the figures stand on.</param>
[GenerateSerializer, Immutable, Alias("routing.replay")]
public sealed record ReplayReport(
    string Queue, DateTimeOffset From, DateTimeOffset To, long Seed, int Conversations, int Agents,
    ImmutableArray<ReplayFigure> Actual, ReplayRun Recorded, ReplayRun Proposed, ImmutableArray<ReplayFigure> Difference, ImmutableArray<string> Notes);

/// <param name="Version">Of the policy, if it was published.</param>
/// <param name="Decisions">How many the run took.</param>
[GenerateSerializer, Immutable, Alias("routing.replay-run")]
public sealed record ReplayRun(RoutingPolicySpec Policy, long? Version, long Decisions, ImmutableArray<ReplayFigure> Figures);

/// <param name="Name">
/// <c>waitMean</c>, <c>waitP50</c>, <c>waitP95</c>, <c>handleMean</c> in seconds; <c>serviceLevel</c>, <c>abandonment</c>, <c>occupancy</c> as shares; <c>fairness</c>, Jain's index of the
/// agents' occupancies: 1 when all are equally busy.
/// </param>
/// <param name="Low">Lower end of the 95 % confidence interval; null where none can be told.</param>
/// <param name="High">Upper end.</param>
[GenerateSerializer, Immutable, Alias("routing.replay-figure")]
public sealed record ReplayFigure(string Name, double Value, double? Low = null, double? High = null);
