using System.Collections.Immutable;
using Grainline.Refusals;
using Grainline.Routing.Matching;

namespace Grainline.Routing;

/// <summary>Questions about the line that change nothing.</summary>
internal sealed partial class RoutingGrain
{
    private const string Closed = "queue-closed";

    public Task<Outcome<DecisionView>> Explain(string conversationId) => Task.FromResult<Outcome<DecisionView>>(
        Durable.Profile is null ? NotFound
        : State.Line.Find(conversationId) is not { } waiting ? new Refusal(ErrorCode.ConversationNotFound, "This conversation does not wait here.")
        : Explain(waiting, Time.GetUtcNow()));

    public Task<string?> BestFor(string agentId)
    {
        if (_matcher?.Seat(agentId) is not { } seat)
            return Task.FromResult<string?>(null);
        var now = Time.GetUtcNow();
        return Task.FromResult(_matcher.InOrder.FirstOrDefault(w => MayServe(seat, _rules.Demand(w.Conversation, now, null)))?.Id);
    }

    /// <summary>Its status is not asked: who pulls wants to work.</summary>
    private static bool MayServe(Seat seat, Demand demand) => Rejections.Unable(seat, demand) == Rejection.None && seat.HasRoom(demand.Work);

    private DecisionView Explain(Waiting waiting, DateTimeOffset now)
    {
        // None while an agent is being asked for it.
        var stands = _matcher!.Explain(waiting.Id, now) ?? new Explanation([], [], []);
        ImmutableArray<CandidateView> candidates = [.. stands.Candidates.Select(DecisionProjection.View)];
        ImmutableArray<RejectedView> rejected = [.. stands.Rejected.Select(DecisionProjection.View)];
        var counts = stands.Counts.ToImmutableDictionary(c => c.Because, c => c.Agents);
        if (!_hours.IsOpen(now) && candidates.Length > 0)
        {
            rejected = [.. candidates.Select(c => new RejectedView(c.AgentId, Closed)), .. rejected];
            (candidates, counts, rejected) = ([], counts.Add(Closed, candidates.Length), [.. rejected.Take(Explaining.Named)]);
        }

        return new(
            waiting.Id, null, now, _key.Id, State.Policies.Spec!.Name, State.Policies.InForce, null, _rules.Ring(waiting.Conversation, now), candidates, rejected, counts);
    }
}
