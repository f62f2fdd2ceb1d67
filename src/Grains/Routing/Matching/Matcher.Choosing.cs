namespace Grainline.Routing.Matching;

/// <summary>The next decision: the best placed conversation that somebody can serve, and the best agent for it.</summary>
internal sealed partial class Matcher
{
    private readonly List<Seat> _shortlist = [];
    private long _turns;

    /// <summary>Null when nobody can be asked for anybody. Changes nothing: the caller books the agent and takes the conversation out of line.</summary>
    public Decision? Next(DateTimeOffset now)
    {
        if (_lines.Ready.Min is not { } first)
            return null;
        if (Choose(first.Places.Min!, now) is { } decision)
            return decision;

        // The head has been passed on by everybody free: somebody behind it, in whatever line, may have better luck.
        foreach (var place in _lines.Servable())
        {
            if (Choose(place, now) is { } other)
                return other;
        }

        return null;
    }

    /// <summary>How things stand for one that waits: who could be asked and who could not. Null when it does not wait.</summary>
    public Explanation? Explain(string conversationId, DateTimeOffset now) => _places.TryGetValue(conversationId, out var place) && place.Line is { } line
        ? Explaining.Explain(line, Ask(place, line, now), policy, [], PassedOver(place, line, now), _seats)
        : null;

    /// <summary>The best placed conversation that this agent could be asked for; null when there is none.</summary>
    public Waiting? BestFor(string agentId, DateTimeOffset now) => _seats.TryGetValue(agentId, out var seat)
        ? _lines.Servable().FirstOrDefault(place => seat.EntryIn(place.Line!) is { Because: Rejection.None })?.Waiting
        : null;

    private Decision? Choose(Place place, DateTimeOffset now)
    {
        var line = place.Line!;
        var asked = Ask(place, line, now);
        var passedOver = PassedOver(place, line, now);
        _shortlist.Clear();
        Shortlisting.Fill(_shortlist, line, policy.Shortlist, asked, passedOver);
        if (_shortlist.Count == 0)
            return null;
        Shortlisting.AddPast(_shortlist, line, asked, Seat, passedOver);
        var scored = new Scored[_shortlist.Count];
        for (var i = 0; i < scored.Length; i++)
            scored[i] = new(_shortlist[i], policy.Score(asked, _shortlist[i]));
        var chosen = scored[policy.Choose(asked, scored)].Seat;
        return new(
            asked.Number, place.Waiting, chosen.Agent, line.Demand.Work, rules.Ring(place.Conversation, now),
            line.Demand.Needs.Asks ? chosen.Skill(line.Demand.Needs) : null,
            Explaining.Explain(line, asked, policy, scored, passedOver, _seats));
    }

    private Asked Ask(Place place, DemandLine line, DateTimeOffset now) => new(place.Conversation, line.Demand, now, _turns + 1);

    /// <summary>Free agents that are not asked for this conversation, and why.</summary>
    private List<RejectedCandidate> PassedOver(Place place, DemandLine line, DateTimeOffset now)
    {
        var passedOver = new List<RejectedCandidate>();
        foreach (var id in place.PassedOver)
        {
            if (Seat(id) is not { } seat || seat.EntryIn(line) is not { Because: Rejection.None })
                continue;
            if (place.WasRefusedBy(seat))
                passedOver.Add(new(id, Rejections.Refused));
            else if (id == place.Waiting.NotAgent && now - place.Waiting.JoinedAt < askAgainAfter)
                passedOver.Add(new(id, Rejections.PassedLastOffer));
        }

        return passedOver;
    }
}
