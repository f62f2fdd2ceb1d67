using System.Collections.Concurrent;
using System.Collections.Immutable;
using Grainline.Refusals;
using Grainline.Routing.Policies;
using Microsoft.Extensions.Options;

namespace Grainline.Routing.Replay;

/// <summary>Runs replays beside the serving: in turns of a grain that does nothing else, one at a time in the process, and giving its thread back every few milliseconds.</summary>
internal sealed class QueueReplays(
    ReplayReader reader, RoutingPolicies policies, TimeProvider time, IOptions<ReplayOptions> options, IOptions<RoutingOptions> routing)
{
    private const int StepsAtOnce = 500;
    private const double MuchGuessed = 0.2;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, bool> _tenants = new();
    private readonly SemaphoreSlim _one = new(1);

    public async Task<Outcome<ReplayReport>> Run(string tenant, string queue, ReplayRequest request, CancellationToken cancellation)
    {
        var to = request.To ?? time.GetUtcNow();
        var from = request.From ?? to - Day;
        if (policies.Refuse(request.Spec) is { } refusal)
            return refusal;
        if (from >= to || to - from > options.Value.Window)
            return new Refusal(ErrorCode.InvalidArgument, $"A window is longer than nothing and at most {options.Value.Window.TotalDays:0.#} days.");
        if (!_tenants.TryAdd(tenant, true))
            return new Refusal(ErrorCode.Overloaded, "A replay of this tenant is running already.");
        try
        {
            await _one.WaitAsync(cancellation);
            try
            {
                var recorded = await reader.Read(tenant, queue, from, to, cancellation);
                return recorded.Succeeded ? await Compare(queue, request, from, to, recorded.Value!, cancellation) : recorded.Refusal;
            }
            finally
            {
                _one.Release();
            }
        }
        finally
        {
            _tenants.TryRemove(tenant, out _);
        }
    }

    private async Task<ReplayReport> Compare(string queue, ReplayRequest request, DateTimeOffset from, DateTimeOffset to, Recorded recorded, CancellationToken cancellation)
    {
        var (record, seed) = (recorded.Queue, (ulong)request.Seed);
        var handling = new RecordedHandling(record, seed);
        var scenario = recorded.Scenario(from, new Patience(record.Visits), seed);
        var version = record.Decisive!;
        var before = await Course(scenario, version.Spec, handling, record, cancellation);
        var after = await Course(scenario, request.Spec, handling, record, cancellation);
        var target = scenario.Profile.Target ?? ServiceTarget.Usual;
        var (then, instead) = (new RunFigures(before, target), new RunFigures(after, target));
        var resampling = new Resampling(then, instead, seed);
        for (var i = 0; i < options.Value.Resamples; i++)
        {
            resampling.Draw();
            await Pause(cancellation);
        }

        return new(
            queue, from, to, request.Seed, record.Visits.Count, then.Agents, ActualFigures.Of(record, target),
            new(version.Spec, version.Version, before.Decisions, resampling.Recorded()), new(request.Spec, null, after.Decisions, resampling.Proposed()),
            resampling.Difference(), Notes(record, after, handling));
    }

    private async Task<Course> Course(Scenario scenario, RoutingPolicySpec policy, IHandling handling, QueueRecord record, CancellationToken cancellation)
    {
        var settings = new SimulationSettings(routing.Value.HeadStart, routing.Value.AskAgainAfter);
        var simulation = new Simulation(scenario, policy, policies, handling, settings, record.Before!.Learning);
        while (simulation.Advance(StepsAtOnce))
            await Pause(cancellation);
        return simulation.Course();
    }

    private static async Task Pause(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await Task.Yield();
    }

    private static ImmutableArray<string> Notes(QueueRecord record, Course proposed, RecordedHandling handling)
    {
        var visits = record.Visits;
        var notes = ImmutableArray.CreateBuilder<string>();
        notes.Add("Agents accept every offer after their usual time to answer; declined and missed offers are not played again.");
        notes.Add("Work from other queues takes its recorded part of an agent's capacity.");
        var others = proposed.Passages.Count(p => p.AgentId is { } by && visits[p.Index].ServedBy != by);
        notes.Add($"{handling.Known} of {visits.Count} conversations have a recorded handle time. {others} go to another agent than then: their time is scaled by what the two usually take for the topic.");
        if (others + visits.Count - handling.Known > MuchGuessed * visits.Count)
            notes.Add("Most of what the runs say about handle times is therefore modelled, not measured: look at waits and occupancy first.");
        if (!visits.Any(v => v.Abandoned))
            notes.Add("Nobody gave up in the window, so nobody does in the runs.");
        if (record.VersionsSeen > 1)
            notes.Add($"{record.VersionsSeen} versions of the policy decided in the window; the recorded run uses the one that decided most.");
        return notes.ToImmutable();
    }
}
