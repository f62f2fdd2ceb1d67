using System.Collections.Immutable;
using Orleans;

namespace Grainline.Visitors;

/// <summary>First contact, or a known visitor's newer details.</summary>
/// <param name="Site">Key of the site the visitor came from.</param>
/// <param name="Name">Display name; null for "Visitor" and a short number.</param>
/// <param name="Email">If the visitor's shop said so.</param>
/// <param name="Verified">True when the shop has signed the identity.</param>
[GenerateSerializer, Immutable, Alias("visitor.register")]
public sealed record RegisterVisitor(string Site, string? Name, string? Email, bool Verified);

/// <param name="Channel">Conversations are unique per visitor and channel: <c>web</c> for the widget.</param>
/// <param name="Queue">Null for the site's own queue.</param>
/// <param name="Topic">Id of what it is about, if said.</param>
[GenerateSerializer, Immutable, Alias("visitor.open")]
public sealed record OpenVisitorConversation(
    string Channel, string? Queue, string? Subject, string? Language, ImmutableDictionary<string, string> Attributes,
    string? Topic = null);

[GenerateSerializer, Immutable, Alias("visitor.view")]
public sealed record VisitorView(string VisitorId, string Name, string? Email, bool Verified, string Site, DateTimeOffset FirstSeenAt);

/// <summary>One of a visitor's conversations, newest first in lists.</summary>
[GenerateSerializer, Immutable, Alias("visitor.conversation")]
public sealed record VisitorConversation(string ConversationId, string Channel, DateTimeOffset OpenedAt);

/// <summary>An agent has served this visitor.</summary>
[GenerateSerializer, Immutable, Alias("visitor.served-by")]
public sealed record ServedBy(string ConversationId, string AgentId);
