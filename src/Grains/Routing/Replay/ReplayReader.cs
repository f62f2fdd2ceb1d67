using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Journal;
using Grainline.Journaling;
using Grainline.Refusals;
using Grainline.Security;
using Grainline.Shifts;
using Microsoft.Extensions.Options;
using Orleans;

namespace Grainline.Routing.Replay;

/// <summary>Reads a window from the journal: the queue's stream and those of its agents. It asks no grain but the tenant, for its list of staff.</summary>
internal sealed class ReplayReader(
    IJournal journal, EventCodec<RoutingEvent> routing, EventCodec<AgentEvent> agents, IGrainFactory grains, IOptions<ReplayOptions> options)
{
    private const int Page = 1_000;

    private readonly ReplayOptions _options = options.Value;

    public async Task<Outcome<Recorded>> Read(string tenant, string queue, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var staff = await grains.Tenant(tenant).View();
        if (!staff.Succeeded || !staff.Value!.Queues.Contains(queue))
            return new Refusal(ErrorCode.QueueNotFound, "There is no such queue.");
        var (record, budget) = (new QueueRecord(from, to), new Budget(_options.Entries));
        await foreach (var entry in Entries($"routing/{new QueueKey(tenant, queue)}", budget, cancellation))
        {
            record.Add(routing.Decode(entry), entry.Seq, entry.At);
            if (record.Visits.Count > _options.Conversations)
                return new Refusal(ErrorCode.InvalidArgument, $"The window holds more than {_options.Conversations} conversations: take a shorter one.");
        }

        record.Close();
        if (record.Before is null || record.Visits.Count == 0)
            return new Refusal(ErrorCode.InvalidArgument, "Nobody came in this window.");

        var ours = record.Visits.Select(v => v.Conversation.ConversationId.Split('#')[0]).ToHashSet();
        var roster = new List<RosterChange>();
        foreach (var id in staff.Value.Staff.Select(s => s.AgentId).Union(record.Agents).Order(StringComparer.Ordinal))
        {
            var agent = new AgentRecord(id, queue, from, to, ours);
            await foreach (var entry in Entries($"agent/{new AgentKey(tenant, id)}", budget, cancellation))
            {
                if (entry.At >= to)
                    break;
                agent.Add(agents.Decode(entry), entry.Seq, entry.At);
            }

            roster.AddRange(agent.Close());
        }

        return budget.IsSpent
            ? new Refusal(ErrorCode.InvalidArgument, $"The history is longer than {_options.Entries} entries, which is the most that a replay reads.")
            : new Recorded(record, [.. roster.OrderBy(c => c.At).ThenBy(c => c.Agent.AgentId, StringComparer.Ordinal)], Doors(record, from, to));
    }

    private static ImmutableArray<Door> Doors(QueueRecord record, DateTimeOffset from, DateTimeOffset to)
    {
        if (record.Before!.Profile!.Hours is not { } hours)
            return [];
        var (calendar, doors) = (new ShiftCalendar(hours), ImmutableArray.CreateBuilder<Door>());
        for (DateTimeOffset? at = from; at is { } now && now <= to; at = calendar.NextChange(now))
            doors.Add(new(now, calendar.IsOpen(now)));
        return doors.ToImmutable();
    }

    private async IAsyncEnumerable<JournalEntry> Entries(
        string stream, Budget budget, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var after = 0L; !budget.IsSpent;)
        {
            var page = await journal.ReadAsync(stream, after, Page, cancellation);
            foreach (var entry in page)
                yield return entry;
            if (page.Count < Page)
                yield break;
            budget.Spend(page.Count);
            after = page[^1].Seq;
        }
    }

    private sealed class Budget(int entries)
    {
        private int _left = entries;

        public bool IsSpent => _left <= 0;

        public void Spend(int count) => _left -= count;
    }
}

/// <param name="Roster">Of all agents, in order of time.</param>
internal sealed record Recorded(QueueRecord Queue, ImmutableArray<RosterChange> Roster, ImmutableArray<Door> Doors)
{
    public Scenario Scenario(DateTimeOffset from, Patience patience, ulong seed) => new(
        Queue.Before!.Profile!, from, [.. Queue.Visits.Select(visit => Arrival(visit, patience, seed))], Roster, Doors);

    private static Arrival Arrival(RecordedVisit visit, Patience patience, ulong seed) =>
        visit.ServedBy is null && visit.Because is not null and not LeftBecause.Closed
            ? new(visit.Conversation, visit.At, visit.Waited, PassageEnd.MovedOn)
            : new(visit.Conversation, visit.At, patience.Of(visit, seed));
}
