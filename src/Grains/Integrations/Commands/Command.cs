using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Grainline.Routing;
using Grainline.Tickets;

namespace Grainline.Integrations.Commands;

/// <summary>What another system asks for. docs/events.md has the schema.</summary>
/// <param name="Id">Carried out once for each: 1 to <see cref="Limits.ClientMessageIdLength"/> printable ASCII characters.</param>
/// <param name="Source">Who asks; shown as the author.</param>
internal sealed record Command(string Id, string Type, string Tenant, string Source, CommandBody Data);

internal abstract record CommandBody;

/// <param name="Note">For staff only.</param>
internal sealed record PostToConversation(string ConversationId, string Text, bool Note = false) : CommandBody;

/// <param name="TicketId">Null for one made from the command's id.</param>
internal sealed record CreateTicketHere(
    string Team, string Subject, string? TicketId = null, Priority Priority = Priority.Normal, string? Form = null, JsonText? Fields = null, TicketRequester? Requester = null,
    string? Conversation = null, AddComment? Comment = null, ImmutableArray<string>? Tags = null, string? Assignee = null) : CommandBody;

internal sealed record ApplyActions(string TicketId, ImmutableArray<TicketAction> Actions) : CommandBody;

/// <summary>Newer details of a visitor that exists. What is null stays.</summary>
/// <param name="Verified">True says that the sender knows who this is; it cannot be taken back.</param>
internal sealed record UpdateVisitor(string VisitorId, string? Name = null, string? Email = null, bool Verified = false) : CommandBody;

// Unknown members are refused: a misspelt "note" would make a note public.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(PostToConversation))]
[JsonSerializable(typeof(CreateTicketHere))]
[JsonSerializable(typeof(ApplyActions))]
[JsonSerializable(typeof(UpdateVisitor))]
internal sealed partial class CommandJson : JsonSerializerContext;
