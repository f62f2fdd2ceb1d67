using Grainline.Agents;
using Grainline.Routing.Learning;

namespace Grainline.Routing.Replay;

/// <summary>
/// How long agents take, from what was recorded. Who served a conversation takes what it took. For anybody else that time is scaled by how the two agents' usual times on the topic differ; and for
/// a conversation that nobody served it is the agent's usual time with the luck of some other one.
/// </summary>
internal sealed class RecordedHandling : IHandling
{
    private readonly Dictionary<string, RecordedVisit> _visits;
    private readonly Dictionary<string, double> _answers;
    private readonly double _answer;
    private readonly EffortModel _times = EffortModel.Empty;
    private readonly double[] _residuals;
    private readonly ulong _seed;

    public RecordedHandling(QueueRecord record, ulong seed)
    {
        _seed = seed;
        _visits = record.Visits.ToDictionary(v => v.Conversation.ConversationId);
        _answers = record.Answers.ToDictionary(a => a.Key, a => Sample.Quantile([.. a.Value], 0.5));
        _answer = Sample.Quantile([.. record.Answers.Values.SelectMany(a => a)], 0.5);
        var known = record.Visits.Where(v => v is { HandleSeconds: not null, ServedBy: not null }).ToArray();
        foreach (var visit in known)
            _times = _times.Learn(visit.ServedBy!, visit.Conversation.Topic, default, Effort.OfTime(visit.HandleSeconds!.Value), null);
        _residuals = [.. known.Select(v => Effort.OfTime(v.HandleSeconds!.Value) - Usual(v.ServedBy!, v.Conversation.Topic))];
    }

    public int Known => _residuals.Length;

    public Handling Of(WaitingConversation conversation, string agentId, int load)
    {
        var visit = _visits[conversation.ConversationId];
        return new(
            TimeSpan.FromSeconds(_answers.GetValueOrDefault(agentId, _answer)), TimeSpan.FromSeconds(Math.Round(Seconds(visit, agentId), 3)), visit.Resolved, visit.Score);
    }

    private double Seconds(RecordedVisit visit, string agentId)
    {
        if (visit is { HandleSeconds: { } took, ServedBy: { } by })
            return by == agentId ? took : took * Math.Exp(Usual(agentId, visit.Conversation.Topic) - Usual(by, visit.Conversation.Topic));
        var luck = _residuals.Length == 0 ? 0 : _residuals[Dice.For(_seed, "handle " + visit.Conversation.ConversationId).Below(_residuals.Length)];
        return Math.Exp(Usual(agentId, visit.Conversation.Topic) + luck);
    }

    private double Usual(string agentId, string? topic) => _times.Predict(agentId, topic, default).Effort;
}
