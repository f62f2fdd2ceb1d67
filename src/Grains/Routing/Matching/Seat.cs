using System.Collections.Immutable;
using Grainline.Agents;

namespace Grainline.Routing.Matching;

/// <summary>An agent as the matcher sees it: what it last said, and what it was offered since.</summary>
internal sealed class Seat(AgentSnapshot agent, bool onShift = true)
{
    private readonly Dictionary<string, WorkSize> _booked = [];
    private Dictionary<string, int> _levels = Levels(agent);
    private int _primary;
    private int _interruptible;

    public AgentSnapshot Agent { get; private set; } = agent;

    public string AgentId => Agent.AgentId;

    public bool OnShift { get; private set; } = onShift;

    public DateTimeOffset SeenAt { get; set; }

    /// <summary>When it was last given work.</summary>
    public DateTimeOffset IdleSince { get; private set; } = agent.IdleSince ?? DateTimeOffset.MinValue;

    /// <summary>Number of the decision that chose it last; 0 for never.</summary>
    public long LastTurn { get; private set; }

    /// <summary>Primary work in units, with what is booked.</summary>
    public int Load => Agent.Load + _primary;

    public int InterruptibleLoad => Agent.InterruptibleLoad + _interruptible;

    public double FreeShare => Agent.Capacity == 0 ? 0 : 1 - ((double)Load / Agent.Capacity);

    /// <summary>Its entries in the lines that it is able to serve.</summary>
    public List<Candidate> Entries { get; } = [];

    public bool HasRoom(WorkSize work) => Load + (work.Interruptible ? InterruptibleLoad : 0) + work.Weight <= Agent.Capacity;

    /// <summary>0 when it has not got the skill.</summary>
    public int Level(string skill) => _levels.GetValueOrDefault(skill);

    public bool Speaks(string language)
    {
        foreach (var known in Agent.Languages ?? [])
        {
            if (Covers(known, language) || Covers(language, known))
                return true;
        }

        return false;
    }

    /// <summary>How well it fits, 0 to 1: the mean level in all that is required and preferred. 1 when nothing is.</summary>
    public double Skill(Needs needs)
    {
        if (!needs.Asks)
            return 1;
        var sum = 0;
        foreach (var need in needs.Required)
            sum += Level(need.Skill);
        foreach (var need in needs.Preferred)
            sum += Level(need.Skill);
        return sum / (5.0 * (needs.Required.Length + needs.Preferred.Length));
    }

    public Candidate? EntryIn(DemandLine line)
    {
        foreach (var entry in Entries)
        {
            if (entry.Line == line)
                return entry;
        }

        return null;
    }

    /// <summary>Whether this says that the agent is able to do other things than before.</summary>
    public bool BecomesAnother(AgentSnapshot agent) => !Same(agent.Skills, Agent.Skills) || !Same(agent.Languages, Agent.Languages);

    public void Observe(AgentSnapshot agent, bool onShift)
    {
        if (BecomesAnother(agent))
            _levels = Levels(agent);
        (Agent, OnShift) = (agent, onShift);
        if (agent.IdleSince is { } since && since > IdleSince)
            IdleSince = since;
    }

    public void Book(string offerId, WorkSize work, long turn, DateTimeOffset now)
    {
        if (!_booked.TryAdd(offerId, work))
            return;
        Count(work, work.Weight);
        (LastTurn, IdleSince) = (turn, now);
    }

    public void Unbook(string offerId)
    {
        if (_booked.Remove(offerId, out var work))
            Count(work, -work.Weight);
    }

    private void Count(WorkSize work, int units)
    {
        if (work.Interruptible)
            _interruptible += units;
        else
            _primary += units;
    }

    private static bool Same<T>(ImmutableArray<T>? a, ImmutableArray<T>? b) =>
        a == b || (a ?? []).AsSpan().SequenceEqual((b ?? []).AsSpan());

    private static bool Covers(string general, string special) =>
        special.StartsWith(general, StringComparison.OrdinalIgnoreCase) && (special.Length == general.Length || special[general.Length] == '-');

    private static Dictionary<string, int> Levels(AgentSnapshot agent)
    {
        var levels = new Dictionary<string, int>();
        foreach (var skill in agent.Skills ?? [])
            levels[skill.Skill] = skill.Level;
        return levels;
    }
}
