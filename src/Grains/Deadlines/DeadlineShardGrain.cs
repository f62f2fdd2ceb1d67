using Grainline.Agents;
using Grainline.Attachments;
using Grainline.Conversations;
using Grainline.Journaling;
using Grainline.Tickets;
using Grainline.Tickets.Work;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Grainline.Deadlines;

/// <summary>Fires what is due from a heap; the journal holds what is armed, so a restart fires what passed meanwhile at once.</summary>
[Reentrant, KeepAlive]
internal sealed partial class DeadlineShardGrain(
    GrainJournal<DeadlineEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<DeadlineState>> snapshot,
    ILogger<DeadlineShardGrain> logger)
    : JournaledGrain<DeadlineState, DeadlineEvent>(journal, snapshot), IDeadlineShardGrain
{
    private const int FiringAtOnce = 64;

    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan AfterPresentFiring = TimeSpan.FromMilliseconds(500);

    private readonly PriorityQueue<Deadline, DateTimeOffset> _heap = new();
    private readonly Dictionary<string, int> _failures = [];
    private readonly HashSet<string> _firing = [];
    private IGrainTimer? _timer;

    protected override string Kind => "deadlines";

    protected override string StreamId => this.GetPrimaryKeyLong().ToString(System.Globalization.CultureInfo.InvariantCulture);

    protected override int SnapshotEvery => Math.Max(500, State.Armed.Count);

    protected override Task OnRestored(CancellationToken cancellationToken)
    {
        foreach (var deadline in State.Armed.Values)
            _heap.Enqueue(deadline, deadline.DueAt);
        _timer = this.RegisterGrainTimer(FireDue, new GrainTimerCreationOptions
        {
            DueTime = Timeout.InfiniteTimeSpan, Period = Timeout.InfiniteTimeSpan, Interleave = true, KeepAlive = true,
        });
        SetTimer();
        return Task.CompletedTask;
    }

    public Task Set(Deadline deadline)
    {
        if (State.Armed.TryGetValue(DeadlineState.IdOf(deadline), out var armed) && armed == deadline)
            return Settled();
        var commit = Commit(new DeadlineSet(deadline));
        Schedule(deadline, deadline.DueAt);
        return commit;
    }

    public Task Cancel(DeadlineTargetKind kind, string key, string name) =>
        State.Armed.ContainsKey(DeadlineState.IdOf(kind, key, name)) ? Commit(new DeadlineCleared(kind, key, name)) : Settled();

    public Task Wake() => Task.CompletedTask;

    public Task<int> Count() => Task.FromResult(Durable.Armed.Count);

    private void Schedule(Deadline deadline, DateTimeOffset at)
    {
        _heap.Enqueue(deadline, at);
        SetTimer();
    }

    private void SetTimer()
    {
        if (_firing.Count >= FiringAtOnce || !_heap.TryPeek(out _, out var at))
            return;
        var wait = at - Time.GetUtcNow();
        _timer?.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Starts what is due and returns: a slow target takes one of the places, not the clock.</summary>
    private Task FireDue(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        while (_firing.Count < FiringAtOnce && _heap.TryPeek(out var next, out var at) && at <= now)
        {
            _heap.Dequeue();
            var id = DeadlineState.IdOf(next);

            // The heap also holds what was replaced or cancelled since.
            if (State.Armed.GetValueOrDefault(id) != next)
                continue;
            if (_firing.Add(id))
                _ = Fire(next);
            else
                _heap.Enqueue(next, now + AfterPresentFiring);
        }

        SetTimer();
        return Task.CompletedTask;
    }

    private async Task Fire(Deadline deadline)
    {
        var id = DeadlineState.IdOf(deadline);
        try
        {
            var again = await Target(deadline).Due(new(deadline.Name, deadline.Token, deadline.DueAt));
            _failures.Remove(id);
            if (State.Armed.GetValueOrDefault(id) != deadline)
                return;
            if (again is not { } at)
            {
                await Commit(new DeadlineCleared(deadline.Kind, deadline.Key, deadline.Name));
                return;
            }

            var next = deadline with { DueAt = at };
            var commit = Commit(new DeadlineSet(next));
            _heap.Enqueue(next, at);
            await commit;
        }
        catch (Exception e)
        {
            // Fan-out: one ailing target must not hold up the others. Its deadline stays armed and is tried again.
            var failures = _failures[id] = _failures.GetValueOrDefault(id) + 1;
            var wait = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(failures, 10)), LongestRetry.TotalSeconds));
            LogTargetFailed(e, deadline.Kind, deadline.Key, deadline.Name, failures);
            _heap.Enqueue(deadline, Time.GetUtcNow() + wait);
        }
        finally
        {
            _firing.Remove(id);
            SetTimer();
        }
    }

    private IDeadlineTarget Target(Deadline deadline) => deadline.Kind switch
    {
        DeadlineTargetKind.Conversation => GrainFactory.Conversation(ConversationKey.Parse(deadline.Key)),
        DeadlineTargetKind.Agent => GrainFactory.Agent(AgentKey.Parse(deadline.Key)),
        DeadlineTargetKind.Ticket => GrainFactory.Ticket(TicketKey.Parse(deadline.Key)),
        DeadlineTargetKind.Attachment => GrainFactory.Attachment(AttachmentKey.Parse(deadline.Key)),
        DeadlineTargetKind.BulkRun => GrainFactory.BulkRun(TicketKey.Parse(deadline.Key)),
        DeadlineTargetKind.TicketSaga => GrainFactory.TicketSaga(TicketKey.Parse(deadline.Key)),
        _ => throw new InvalidOperationException($"No target for {deadline.Kind}."),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} {Key} did not take its deadline {Name} (failure {Failures}); it is tried again")]
    private partial void LogTargetFailed(Exception e, DeadlineTargetKind kind, string key, string name, int failures);
}
