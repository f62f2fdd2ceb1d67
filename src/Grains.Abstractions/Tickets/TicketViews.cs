using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Routing;
using Orleans;

namespace Grainline.Tickets;

/// <summary>What a ticket's state means to lists, figures and SLA clocks, whatever a tenant calls it.</summary>
public enum StateCategory
{
    New,
    Open,

    /// <summary>Waits for the requester.</summary>
    Pending,

    /// <summary>Waits for somebody else.</summary>
    OnHold,
    Solved,

    /// <summary>Over for good, unless the lifecycle says otherwise.</summary>
    Closed,
}

/// <summary>A ticket as staff sees it.</summary>
/// <param name="TicketId">Id within the tenant.</param>
/// <param name="Number">Short number for people, unique in the tenant.</param>
/// <param name="Version">Seq of the last entry: of two views the one with the larger version is newer.</param>
/// <param name="State">Id of the state in the ticket's lifecycle version.</param>
/// <param name="Triggers">What the reader may do from here, in the lifecycle's order.</param>
/// <param name="Fields">A JSON object, valid by <paramref name="Form"/>.</param>
/// <param name="Conversation">Id of the conversation that it came from.</param>
/// <param name="MergedInto">Set when it was merged: it shows where it went and changes no more.</param>
/// <param name="Transfer">Set while it is on its way to another team: it changes no more until it has arrived.</param>
/// <param name="Present">Who else looks at it now; the reader is among them.</param>
[GenerateSerializer, Immutable, Alias("ticket.view")]
public sealed record TicketView(
    string TicketId, long Number, long Version, string Subject, string Team, AgentSummary? Assignee, TicketRequester? Requester, Priority Priority,
    string State, StateCategory Category, DefinitionRef Lifecycle, ImmutableArray<TriggerView> Triggers, DefinitionRef Form, JsonText Fields, ImmutableArray<string> Tags,
    ImmutableArray<AgentSummary> Watchers, ImmutableArray<TicketLinkView> Links, ImmutableArray<SlaClockView> Sla, string? Conversation, string? MergedInto,
    TicketTransferView? Transfer, DateTimeOffset CreatedAt, Author CreatedBy, DateTimeOffset UpdatedAt, DateTimeOffset? SolvedAt, ImmutableArray<TicketPresenceView> Present);

/// <summary>Names one version of something that the desk defines. Versions are never changed, so what they name may be kept for ever.</summary>
[GenerateSerializer, Immutable, Alias("desk.ref")]
public sealed record DefinitionRef(string Id, int Version);

/// <param name="Trigger">What to call.</param>
/// <param name="ToState">Where it leads.</param>
[GenerateSerializer, Immutable, Alias("ticket.trigger")]
public sealed record TriggerView(string Trigger, string Name, string ToState);

[GenerateSerializer, Immutable, Alias("ticket.link-view")]
public sealed record TicketLinkView(TicketLinkKind Kind, string TicketId, long Number, string Subject);

[GenerateSerializer, Immutable, Alias("ticket.presence")]
public sealed record TicketPresenceView(AgentSummary Agent, TicketStance Stance);

[GenerateSerializer, Immutable, Alias("ticket.transfer-view")]
public sealed record TicketTransferView(string TransferId, string FromTeam, string ToTeam, DateTimeOffset StartedAt);

public enum SlaMetric
{
    FirstResponse,
    NextResponse,
    Resolution,
}

/// <summary>One promise.</summary>
/// <param name="Policy">The version it was made by.</param>
/// <param name="DueAt">When it is broken (UTC); null while it is paused or once it is over.</param>
/// <param name="WarnAt">When people are warned (UTC).</param>
/// <param name="TargetSeconds">What was promised, in seconds of the policy's calendar.</param>
/// <param name="UsedSeconds">Calendar seconds used at <paramref name="AsOf"/>.</param>
/// <param name="RunningSince">Null while it is paused or over.</param>
[GenerateSerializer, Immutable, Alias("ticket.sla")]
public sealed record SlaClockView(
    SlaMetric Metric, DefinitionRef Policy, int TargetSeconds, int UsedSeconds, DateTimeOffset AsOf, DateTimeOffset StartedAt, DateTimeOffset? RunningSince,
    DateTimeOffset? DueAt, DateTimeOffset? WarnAt, DateTimeOffset? WarnedAt, DateTimeOffset? BreachedAt, DateTimeOffset? MetAt);

/// <summary>One entry of the timeline: what one change did, or words.</summary>
/// <param name="Seq">Place in the ticket's stream.</param>
/// <param name="Kind">
/// <c>created</c>, <c>comment</c>, <c>note</c> (internal comment), <c>changed</c>, <c>state</c>, <c>sla</c>, <c>link</c>, <c>merge</c>, <c>split</c>, <c>transfer</c>, <c>undo</c>.
/// </param>
/// <param name="Text">The words of a comment; the reason of a forced state; null else.</param>
/// <param name="Changes">What was otherwise before.</param>
/// <param name="Macro">The macro that did it.</param>
/// <param name="About">What it is about when that is no field: the SLA metric and what became of it (<c>FirstResponse warned</c>), another ticket's id, a team.</param>
[GenerateSerializer, Immutable, Alias("ticket.entry")]
public sealed record TicketEntryView(
    long Seq, DateTimeOffset At, Author By, string Kind, string? Text, ImmutableArray<AttachmentView> Attachments, ImmutableArray<TicketChangeView> Changes, string? Macro, string? About);

/// <param name="Field"><c>subject</c>, <c>priority</c>, <c>state</c>, <c>assignee</c>, <c>team</c>, <c>tags</c>, <c>watchers</c>, <c>links</c>, <c>form</c>, or <c>fields.name</c>.</param>
[GenerateSerializer, Immutable, Alias("ticket.change")]
public sealed record TicketChangeView(string Field, JsonText? From, JsonText? To);

/// <param name="Entries">In seq order.</param>
/// <param name="Head">The reader is complete when it has this seq.</param>
[GenerateSerializer, Immutable, Alias("ticket.timeline-page")]
public sealed record TimelinePage(ImmutableArray<TicketEntryView> Entries, long Head);

/// <summary>The ack of a change.</summary>
/// <param name="Duplicate">True when the request id was known: nothing was done.</param>
[GenerateSerializer, Immutable, Alias("ticket.applied")]
public sealed record TicketApplied(TicketView Ticket, bool Duplicate);
