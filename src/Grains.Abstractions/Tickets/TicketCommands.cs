using System.Collections.Immutable;
using Grainline.Routing;
using Orleans;

namespace Grainline.Tickets;

/// <summary>Creates the ticket; a second call with the same key answers with the view of the first.</summary>
/// <param name="By">Staff, or the visitor who fills a public form.</param>
/// <param name="Team">Which department it belongs to: decides lifecycle, SLA policy, who may see it.</param>
/// <param name="Form">Template id; null for the team's default form. Its newest published version is used and kept.</param>
/// <param name="Fields">Valid by that form.</param>
/// <param name="Requester">Whom it is for; null when nobody outside is.</param>
/// <param name="Conversation">Id of the conversation that it came from: both show the link.</param>
/// <param name="Comment">First words, public.</param>
[GenerateSerializer, Immutable, Alias("ticket.create")]
public sealed record CreateTicket(
    Actor By, string Team, string Subject, Priority Priority, string? Form, JsonText Fields, TicketRequester? Requester, string? Conversation,
    AddComment? Comment, ImmutableArray<string> Tags, string? Assignee = null);

/// <param name="VisitorId">Set when it is a visitor of this installation: then it may read the ticket's public part.</param>
[GenerateSerializer, Immutable, Alias("ticket.requester")]
public sealed record TicketRequester(string? VisitorId, string Name, string? Email);

/// <summary>Applies the actions in order, as one change: all or none.</summary>
/// <param name="RequestId">Unique per ticket, made by the caller: a retry answers with what the first did. Bounds as of a client message id.</param>
/// <param name="IfVersion">Refused with <see cref="Refusals.ErrorCode.TicketChanged"/> when the ticket's version is another; null does not ask.</param>
/// <param name="Macro">Name of the macro that it came from, for the history.</param>
[GenerateSerializer, Immutable, Alias("ticket.apply")]
public sealed record ApplyToTicket(Actor By, string RequestId, ImmutableArray<TicketAction> Actions, long? IfVersion = null, string? Macro = null);

/// <summary>What the other ticket is to this one.</summary>
public enum TicketLinkKind
{
    /// <summary>The other one is this one's parent. There is one at most.</summary>
    ParentOf,

    /// <summary>The other one is this one's child.</summary>
    ChildOf,

    /// <summary>The other one is a duplicate of this one.</summary>
    DuplicateOf,

    /// <summary>This one is a duplicate of the other one.</summary>
    DuplicatedBy,
    RelatedTo,
}

/// <summary>Both tickets show it, each from its side. Idempotent.</summary>
[GenerateSerializer, Immutable, Alias("ticket.link")]
public sealed record LinkTicket(Actor By, TicketLinkKind Kind, string OtherTicketId);

/// <summary>Asks for the timeline after an entry.</summary>
/// <param name="After">Last seq that the reader has; 0 for the beginning.</param>
/// <param name="Limit">1 to <see cref="Limits.PageSize"/>.</param>
[GenerateSerializer, Immutable, Alias("ticket.timeline")]
public sealed record ReadTimeline(Actor Reader, long After, int Limit);

public enum TicketStance
{
    Viewing,
    Editing,
}

/// <summary>Somebody looks at the ticket or edits it. Never stored; over by itself after <see cref="For"/>, which callers renew at half.</summary>
/// <param name="Stance">Null for "gone".</param>
[GenerateSerializer, Immutable, Alias("ticket.look")]
public sealed record LookAtTicket(Actor By, TicketStance? Stance)
{
    public static readonly TimeSpan For = TimeSpan.FromSeconds(30);
}
