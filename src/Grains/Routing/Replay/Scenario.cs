using System.Collections.Immutable;
using Grainline.Agents;

namespace Grainline.Routing.Replay;

/// <summary>What a run in virtual time is given. Everything is in order of time.</summary>
/// <param name="Profile">How the queue works; its hours are in <paramref name="Doors"/>.</param>
/// <param name="From">When the run begins.</param>
/// <param name="Arrivals">Who came.</param>
/// <param name="Roster">How the agents stood.</param>
/// <param name="Doors">When the queue opened and closed; it is open before the first of them.</param>
internal sealed record Scenario(
    QueueProfile Profile, DateTimeOffset From, ImmutableArray<Arrival> Arrivals, ImmutableArray<RosterChange> Roster, ImmutableArray<Door> Doors);

/// <param name="At">When it joined the line. Its <c>WaitingSince</c> may be older and decides the order.</param>
/// <param name="Patience">How long it waits before it leaves; null for as long as it takes.</param>
/// <param name="LeavesAs">What that is called: somebody may have taken it elsewhere by hand.</param>
internal sealed record Arrival(WaitingConversation Conversation, DateTimeOffset At, TimeSpan? Patience, PassageEnd LeavesAs = PassageEnd.Abandoned);

/// <param name="Agent">As it stood from then on. Its load is not taken: the run has its own.</param>
/// <param name="OnShift">Whether its calendar says that it works.</param>
internal sealed record RosterChange(DateTimeOffset At, AgentSnapshot Agent, bool OnShift);

internal sealed record Door(DateTimeOffset At, bool Open);

/// <summary>How long agents take. The only part of a run that is a guess: the shop's is the truth of its world, the replay's is read from what was recorded.</summary>
internal interface IHandling
{
    /// <param name="load">Units of work that the agent has besides.</param>
    Handling Of(WaitingConversation conversation, string agentId, int load);
}

/// <param name="Answer">From the offer to its acceptance.</param>
/// <param name="Handle">From there to the end.</param>
/// <param name="Score">1 to 5; null when the visitor did not say.</param>
internal readonly record struct Handling(TimeSpan Answer, TimeSpan Handle, bool Resolved, int? Score);
