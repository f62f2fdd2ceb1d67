using System.Collections.Immutable;
using Grainline.Refusals;

namespace Grainline.Agents;

/// <summary>What the agent's status was, from its stream. Every change of status carries the interval that it ended.</summary>
internal sealed partial class AgentGrain
{
    private const int EntriesAtOnce = 500;
    private const int EntriesAPage = 5_000;

    public async Task<Outcome<StatusPage>> Statuses(StatusQuery query)
    {
        if (Durable.Capacity == 0)
            return AgentRules.NotFound;
        if (AgentRules.MayAsk(query) is { } refusal)
            return refusal;
        var found = ImmutableArray.CreateBuilder<StatusInterval>();
        var after = query.After > 0 ? query.After : await LastBy(query.From);
        EndedStatus? begun = null;
        for (var last = after + EntriesAPage; after < last && after < DurableHead;)
        {
            foreach (var (entry, @event) in await ReadStream(after, EntriesAtOnce))
            {
                after = entry.Seq;
                if (@event is not AvailabilityChanged change)
                    continue;

                // Written before intervals were: the change read before it tells where this one began.
                if ((change.Ended ?? begun) is { } ended && ended.Since < query.To)
                    found.Add(new(ended.Status, ended.Reason, ended.Since, entry.At));
                begun = new(change.Status, change.Reason, entry.At);
                if (entry.At >= query.To)
                    return new StatusPage(found.ToImmutable(), null);
                if (found.Count == query.Limit)
                    return new StatusPage(found.ToImmutable(), after);
            }
        }

        if (after < DurableHead)
            return new StatusPage(found.ToImmutable(), after);
        if (Durable.Since < query.To)
            found.Add(new(Durable.Status, Durable.Reason, Durable.Since, null));
        return new StatusPage(found.ToImmutable(), null);
    }

    /// <summary>Seq of the last entry at or before an instant, found by halving: entries of a stream are in the order of time.</summary>
    private async Task<long> LastBy(DateTimeOffset instant)
    {
        var (low, high) = (0L, DurableHead);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            var (entry, _) = (await ReadStream(middle - 1, 1))[0];
            (low, high) = entry.At <= instant ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
