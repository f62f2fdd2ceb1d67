using System.Collections.Immutable;
using Grainline.Journaling;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Balancing;

/// <summary>
/// Decides once a cycle, in the turn of a report. Its memory of reports and hot silos may be lost with it: silos report again, and it watches anew. What has to rest is in its stream, one entry a move,
/// written before the order is given.
/// </summary>
[KeepAlive]
internal sealed partial class BalancerGrain(
    GrainJournal<BalancingEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<BalancingState>> snapshot,
    IOptionsMonitor<BalancingOptions> options,
    ILogger<BalancerGrain> logger)
    : JournaledGrain<BalancingState, BalancingEvent>(journal, snapshot), IBalancerGrain
{
    private const int StaleAfterCycles = 3;

    private readonly Dictionary<string, (SiloReport Report, DateTimeOffset At)> _reports = [];
    private readonly Dictionary<string, (ImmutableArray<MoveOrder> Orders, DateTimeOffset At)> _orders = [];
    private readonly Balance _balance = new();
    private DateTimeOffset _decidedAt;

    protected override string Kind => "balancing";

    public async Task<ImmutableArray<MoveOrder>> Report(SiloReport report)
    {
        var (now, current) = (Time.GetUtcNow(), options.CurrentValue);
        _reports[report.Silo] = (report, now);
        var waiting = Take(report.Silo);
        if (now - _decidedAt < current.Cycle)
            return waiting;
        _decidedAt = now;
        await Decide(now, current);
        return [.. waiting, .. Take(report.Silo)];
    }

    private async Task Decide(DateTimeOffset now, BalancingOptions current)
    {
        Forget(now - StaleAfterCycles * current.Cycle);
        var cycle = _balance.Decide([.. _reports.Values.Select(r => r.Report)], now, grain => Rests(grain, now, current.CoolDown), current);
        BalancingMetrics.Cycles.Add(1, new KeyValuePair<string, object?>("outcome", cycle.Outcome.ToString()));
        if (cycle.Mean > 0)
            BalancingMetrics.Imbalance.Record(cycle.Highest / cycle.Mean);
        if (cycle.Moves.IsEmpty)
            return;
        var rule = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"above {current.Threshold} x the mean for {current.Cycles} cycles");
        await Commit([.. cycle.Moves.Select(m => new MoveOrdered(m.Grain, m.From, m.To, m.GrainRate, m.FromRate, m.ToRate, cycle.Mean, rule))]);
        BalancingMetrics.Moves.Add(cycle.Moves.Length);
        foreach (var moves in cycle.Moves.GroupBy(m => m.From))
        {
            _orders[moves.Key] = ([.. moves.Select(m => new MoveOrder(m.Grain, m.To))], now);
            LogMoves(moves.Count(), moves.Key, cycle.Highest, cycle.Mean);
        }
    }

    private bool Rests(string grain, DateTimeOffset now, TimeSpan coolDown) => State.Moved.TryGetValue(grain, out var at) && now - at < coolDown;

    private ImmutableArray<MoveOrder> Take(string silo) => _orders.Remove(silo, out var orders) ? orders.Orders : [];

    // What nobody has asked for meanwhile was decided on rates that are history.
    private void Forget(DateTimeOffset before)
    {
        foreach (var (silo, (_, at)) in _reports)
        {
            if (at < before)
                _reports.Remove(silo);
        }

        foreach (var (silo, (_, at)) in _orders)
        {
            if (at < before)
                _orders.Remove(silo);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Moves} conversations leave silo {Silo}: the busiest has {Highest:F0} calls per second, the mean {Mean:F0}")]
    private partial void LogMoves(int moves, string silo, double highest, double mean);
}
