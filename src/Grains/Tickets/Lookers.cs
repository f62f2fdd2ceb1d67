using System.Collections.Immutable;
using Grainline.Conversations;

namespace Grainline.Tickets;

/// <summary>Who looks at a ticket or edits it, each until some instant (UTC) unless renewed.</summary>
internal sealed class Lookers
{
    private readonly SortedDictionary<string, (AgentSummary Agent, TicketStance Stance, DateTimeOffset Until)> _lookers = new(StringComparer.Ordinal);

    public bool IsEmpty => _lookers.Count == 0;

    /// <summary>True when others should hear of it: a renewal is no news.</summary>
    public bool Look(AgentSummary agent, TicketStance? stance, DateTimeOffset until)
    {
        if (stance is not { } now)
            return _lookers.Remove(agent.Id);
        var news = !_lookers.TryGetValue(agent.Id, out var before) || before.Stance != now;
        _lookers[agent.Id] = (agent, now, until);
        return news;
    }

    /// <summary>True when somebody's time was over.</summary>
    public bool Forget(DateTimeOffset now)
    {
        var gone = _lookers.Where(l => l.Value.Until <= now).Select(l => l.Key).ToArray();
        foreach (var id in gone)
            _lookers.Remove(id);
        return gone.Length > 0;
    }

    public ImmutableArray<TicketPresenceView> At(DateTimeOffset now) =>
        _lookers.Count == 0 ? [] : [.. _lookers.Values.Where(l => l.Until > now).Select(l => new TicketPresenceView(l.Agent, l.Stance))];
}
