using System.Text.Json.Serialization;

namespace Grainline.Visitors;

/// <summary>What can happen to a visitor. Names and members are the journal's format: they only grow.</summary>
[JsonDerivedType(typeof(VisitorRegistered), "visitor.registered")]
[JsonDerivedType(typeof(ConversationStarted), "visitor.conversation-started")]
[JsonDerivedType(typeof(AgentServed), "visitor.served")]
internal abstract record VisitorEvent;

internal sealed record VisitorRegistered(string Site, string Name, string? Email, bool Verified) : VisitorEvent;

internal sealed record ConversationStarted(string ConversationId, string Channel) : VisitorEvent;

/// <summary>Who served the conversation last.</summary>
internal sealed record AgentServed(string ConversationId, string AgentId) : VisitorEvent;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(VisitorEvent))]
internal sealed partial class VisitorJson : JsonSerializerContext;
