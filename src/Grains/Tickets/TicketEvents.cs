using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Grainline.Conversations;
using Grainline.Journaling;
using Grainline.Routing;

namespace Grainline.Tickets;

/// <summary>What can happen to a ticket. Names and members are the journal's format: they only grow. Each says how things are from now on, so that lists need no rules to follow.</summary>
[JsonDerivedType(typeof(TicketCreated), "ticket.created")]
[JsonDerivedType(typeof(TicketChanged), "ticket.changed")]
[JsonDerivedType(typeof(StateMoved), "ticket.state")]
[JsonDerivedType(typeof(CommentAdded), "ticket.comment")]
[JsonDerivedType(typeof(SlaMoved), "ticket.sla")]
[JsonDerivedType(typeof(LinkAdded), "ticket.linked")]
[JsonDerivedType(typeof(LinkRemoved), "ticket.unlinked")]
[JsonDerivedType(typeof(TicketHeld), "ticket.held")]
[JsonDerivedType(typeof(TicketReleased), "ticket.released")]
[JsonDerivedType(typeof(TicketMoved), "ticket.moved")]
[JsonDerivedType(typeof(TicketMerged), "ticket.merged")]
[JsonDerivedType(typeof(TicketAbsorbed), "ticket.absorbed")]
[JsonDerivedType(typeof(TicketSplitOff), "ticket.split-off")]
[JsonDerivedType(typeof(TicketParted), "ticket.parted")]
internal abstract record TicketEvent;

/// <summary>Done by one change, whose first event carries its request id: the journal refuses a second change of that id.</summary>
internal interface IRequestEvent : IClientEvent
{
    string? RequestId { get; }

    string? IClientEvent.ClientMessageId => RequestId;
}

internal sealed record TicketCreated(
    long Number, Author By, string Team, string Subject, Priority Priority, DefinitionRef Lifecycle, string State, StateCategory Category, DefinitionRef Form, JsonText Fields,
    TicketRequester? Requester, string? Conversation, ImmutableArray<string> Tags, AgentSummary? Assignee) : TicketEvent;

/// <summary>What is null stayed as it was.</summary>
/// <param name="Fields">Merge patch of the first level, after an upgrade of <paramref name="Form"/> all fields.</param>
/// <param name="Assigned">Set when the assignee changed.</param>
internal sealed record TicketChanged(
    Author By, string? RequestId, string? Macro = null, string? Subject = null, Priority? Priority = null, JsonText? Fields = null, DefinitionRef? Form = null,
    ImmutableArray<string>? TagsAdded = null, ImmutableArray<string>? TagsRemoved = null, Assignment? Assigned = null, ImmutableArray<AgentSummary>? WatchersAdded = null,
    ImmutableArray<string>? WatchersRemoved = null) : TicketEvent, IRequestEvent;

/// <param name="Agent">Null for nobody.</param>
internal sealed record Assignment(AgentSummary? Agent);

/// <param name="Trigger">Null when it was forced.</param>
internal sealed record StateMoved(Author By, string? RequestId, string? Trigger, string State, StateCategory Category, string? Reason = null, string? Macro = null) : TicketEvent, IRequestEvent;

internal sealed record CommentAdded(
    Author By, string? RequestId, bool Public, string Text, ImmutableArray<AttachmentView> Attachments, string? Macro = null) : TicketEvent, IRequestEvent;

/// <summary>The clocks as they are from now on, finished ones included.</summary>
/// <param name="What">What became of which, for the timeline.</param>
internal sealed record SlaMoved(ImmutableArray<SlaClockView> Clocks, ImmutableArray<SlaStep> What) : TicketEvent;

internal sealed record SlaStep(SlaMetric Metric, SlaHappening Happened);

internal enum SlaHappening
{
    Started,
    Paused,
    Resumed,
    Warned,
    Breached,
    Met,

    /// <summary>Another target, because priority, team or policy changed.</summary>
    Retargeted,
    Dropped,
}

internal sealed record LinkAdded(string Saga, Author By, TicketLinkView Link) : TicketEvent;

internal sealed record LinkRemoved(string Saga, Author By, TicketLinkKind Kind, string OtherTicketId) : TicketEvent;

internal sealed record TicketHeld(string Saga, Author By, TicketTransferView? Transfer) : TicketEvent;

internal sealed record TicketReleased(string Saga, Author By) : TicketEvent;

internal sealed record TicketMoved(
    string Saga, Author By, string FromTeam, string Team, DefinitionRef Lifecycle, string State, StateCategory Category, DefinitionRef Form, JsonText Fields, AgentSummary? Assignee,
    string? Note, bool Undoes) : TicketEvent;

internal sealed record TicketMerged(string Saga, Author By, string IntoTicketId, long IntoNumber, string State, StateCategory Category) : TicketEvent;

internal sealed record TicketAbsorbed(
    string Saga, Author By, string TicketId, long Number, ImmutableArray<CarriedComment> Comments, ImmutableArray<string> TagsAdded, ImmutableArray<AgentSummary> WatchersAdded) : TicketEvent;

internal sealed record TicketSplitOff(string Saga, Author By, string TicketId, long Number, ImmutableArray<long> Comments) : TicketEvent;

/// <summary>A merge or split was taken back on this side: what the saga brought here is gone again.</summary>
/// <param name="State">As it is from now on.</param>
internal sealed record TicketParted(
    string Saga, Author By, string State, StateCategory Category, ImmutableArray<string> TagsRemoved, ImmutableArray<string> WatchersRemoved) : TicketEvent;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TicketEvent))]
internal sealed partial class TicketJson : JsonSerializerContext;
