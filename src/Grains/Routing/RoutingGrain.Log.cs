using Microsoft.Extensions.Logging;

namespace Grainline.Routing;

/// <summary>What a queue writes to the log: ids and numbers, nobody's name or words.</summary>
internal sealed partial class RoutingGrain
{
    private void LogDecision(OfferDecided e, long number, TimeSpan waited) => LogDecided(
        Key, number, e.ConversationId, e.Offer.OfferId, e.Agent.Id, e.Policy, e.PolicyVersion, e.Ring ?? 0, waited.TotalSeconds,
        string.Join(' ', e.Candidates.Select(c => $"{c.AgentId}={c.Score:0.###}")), string.Join(' ', (e.Counts ?? []).Select(c => $"{c.Because}={c.Agents}")));

    [LoggerMessage(1, LogLevel.Information,
        "Decision {Number} of {Queue}: {Conversation} offered to {Agent} as {Offer} by {Policy} version {Version}, ring {Ring}, after {Waited} s; candidates {Candidates}; rejected {Rejected}")]
    private partial void LogDecided(
        string queue, long number, string conversation, string offer, string agent, string policy, long version, int ring, double waited, string candidates, string rejected);

    [LoggerMessage(2, LogLevel.Warning, "Agent {Agent} has not answered to offer {Offer}; it is left out until it speaks again")]
    private partial void LogNoAnswer(Exception e, string agent, string offer);

    [LoggerMessage(3, LogLevel.Warning, "Offer {Offer} to agent {Agent} could not be told")]
    private partial void LogNotTold(Exception e, string agent, string offer);
}
