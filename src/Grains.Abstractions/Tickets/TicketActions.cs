using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Grainline.Routing;
using Orleans;

namespace Grainline.Tickets;

/// <summary>
/// One thing done to a ticket. People, macros, bulk runs and undo all speak in lists of these; a list is applied whole or not at all. On the wire <c>kind</c> names it.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SetSubject), "subject")]
[JsonDerivedType(typeof(SetPriority), "priority")]
[JsonDerivedType(typeof(SetFields), "fields")]
[JsonDerivedType(typeof(AddTags), "addTags")]
[JsonDerivedType(typeof(RemoveTags), "removeTags")]
[JsonDerivedType(typeof(AssignTicket), "assign")]
[JsonDerivedType(typeof(TriggerState), "trigger")]
[JsonDerivedType(typeof(ForceState), "force")]
[JsonDerivedType(typeof(AddComment), "comment")]
[JsonDerivedType(typeof(Watch), "watch")]
[JsonDerivedType(typeof(Unwatch), "unwatch")]
[JsonDerivedType(typeof(UpgradeForm), "upgradeForm")]
[GenerateSerializer, Immutable, Alias("ticket.action")]
public abstract record TicketAction;

/// <param name="Subject">1 to <see cref="TicketLimits.SubjectLength"/> characters.</param>
[GenerateSerializer, Immutable, Alias("ticket.action.subject")]
public sealed record SetSubject(string Subject) : TicketAction;

[GenerateSerializer, Immutable, Alias("ticket.action.priority")]
public sealed record SetPriority(Priority Priority) : TicketAction;

/// <summary>Merges into the form's fields: a member replaces the field, null takes it away (RFC 7396, first level). The result must be valid by the ticket's own version of its form.</summary>
[GenerateSerializer, Immutable, Alias("ticket.action.fields")]
public sealed record SetFields(JsonText Fields) : TicketAction;

/// <param name="Tags">1 to <see cref="TicketLimits.TagLength"/> characters each: letters of any script, digits, <c>-</c>, <c>_</c>; kept in lower case.</param>
[GenerateSerializer, Immutable, Alias("ticket.action.add-tags")]
public sealed record AddTags(ImmutableArray<string> Tags) : TicketAction;

[GenerateSerializer, Immutable, Alias("ticket.action.remove-tags")]
public sealed record RemoveTags(ImmutableArray<string> Tags) : TicketAction;

/// <summary>To an agent of the ticket's team, or to nobody. Another team is a transfer, not an assignment.</summary>
/// <param name="Agent">Agent id; null for nobody; <c>me</c> in macros means whoever applies it.</param>
[GenerateSerializer, Immutable, Alias("ticket.action.assign")]
public sealed record AssignTicket(string? Agent) : TicketAction;

/// <param name="Trigger">One of the present state's triggers in the ticket's lifecycle version, such as <c>solve</c>.</param>
[GenerateSerializer, Immutable, Alias("ticket.action.trigger")]
public sealed record TriggerState(string Trigger) : TicketAction;

/// <summary>Any state, whatever the lifecycle says. For administrators.</summary>
/// <param name="Reason">1 to <see cref="Limits.CommentLength"/> characters; stands in the history.</param>
[GenerateSerializer, Immutable, Alias("ticket.action.force")]
public sealed record ForceState(string State, string Reason) : TicketAction;

/// <param name="Text">1 to <see cref="Limits.TextLength"/> characters. <c>@agentId</c> mentions an agent, who becomes a watcher.</param>
/// <param name="Public">Whether the requester sees it. A public one by staff is a response to the SLA.</param>
/// <param name="Attachments">At most <see cref="TicketLimits.AttachmentsPerComment"/> ids of uploads of the author.</param>
[GenerateSerializer, Immutable, Alias("ticket.action.comment")]
public sealed record AddComment(string Text, bool Public, ImmutableArray<string>? Attachments = null) : TicketAction;

/// <param name="Agent">Null for oneself.</param>
[GenerateSerializer, Immutable, Alias("ticket.action.watch")]
public sealed record Watch(string? Agent = null) : TicketAction;

[GenerateSerializer, Immutable, Alias("ticket.action.unwatch")]
public sealed record Unwatch(string? Agent = null) : TicketAction;

/// <summary>Moves the ticket to another version of its form along the template's upgrade path.</summary>
/// <param name="Fields">Merged after the path was applied, for what the new version asks and the path cannot say.</param>
[GenerateSerializer, Immutable, Alias("ticket.action.upgrade-form")]
public sealed record UpgradeForm(int ToVersion, JsonText? Fields = null) : TicketAction;
