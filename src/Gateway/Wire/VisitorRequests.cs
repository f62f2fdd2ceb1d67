using System.Collections.Immutable;
using Grainline.Refusals;
using Grainline.Visitors;

namespace Grainline.Gateway.Wire;

/// <param name="Queue">Null for the site's own queue.</param>
/// <param name="Topic">Id of what it is about, one of those that the queue lists.</param>
public sealed record OpenConversationRequest(
    string? Queue = null, string? Subject = null, string? Language = null, Dictionary<string, string>? Attributes = null,
    string? Topic = null) : HubRequest
{
    public override Refusal? Refuse() =>
        (Queue is null ? null : Check.Id(Queue, "queue")) ?? Check.Words(Subject, Limits.NameLength, "subject")
        ?? (Language is null ? null : Check.Id(Language, "language")) ?? Check.Attributes(Attributes)
        ?? (Topic is null ? null : Check.Id(Topic, "topic"));

    internal OpenVisitorConversation ToCommand() =>
        new("web", Queue, Subject, Language, Attributes?.ToImmutableDictionary() ?? ImmutableDictionary<string, string>.Empty, Topic);
}

/// <param name="Score">1 (bad) to 5 (good).</param>
public sealed record RateRequest(string ConversationId, int Score, string? Comment = null) : HubRequest
{
    public override Refusal? Refuse() =>
        Check.Conversation(ConversationId) ?? Check.Range(Score, 1, 5, "score") ?? Check.Words(Comment, Limits.CommentLength, "comment");
}
