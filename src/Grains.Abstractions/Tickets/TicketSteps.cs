using System.Collections.Immutable;
using Grainline.Conversations;
using Orleans;

namespace Grainline.Tickets;

/// <summary>What one ticket is told as part of something that involves several grains. Each names its saga, so that it may be told twice.</summary>
/// <param name="Saga">Id of the link, merge, split or transfer.</param>
[GenerateSerializer, Immutable, Alias("ticket.step")]
public abstract record TicketStep(string Saga, Actor By);

[GenerateSerializer, Immutable, Alias("ticket.step.linked")]
public sealed record OtherLinked(string Saga, Actor By, TicketLinkView Link) : TicketStep(Saga, By);

[GenerateSerializer, Immutable, Alias("ticket.step.unlinked")]
public sealed record OtherUnlinked(string Saga, Actor By, TicketLinkKind Kind, string OtherTicketId) : TicketStep(Saga, By);

/// <summary>Stands still for a saga: changes by people are refused with <see cref="Refusals.ErrorCode.TicketBusy"/> until it is released.</summary>
/// <param name="Transfer">What readers are shown meanwhile, when it is a transfer.</param>
[GenerateSerializer, Immutable, Alias("ticket.step.hold")]
public sealed record HoldTicket(string Saga, Actor By, TicketTransferView? Transfer) : TicketStep(Saga, By);

/// <summary>Goes on, with what the saga has brought about, or unchanged when it was undone before that.</summary>
[GenerateSerializer, Immutable, Alias("ticket.step.release")]
public sealed record ReleaseTicket(string Saga, Actor By) : TicketStep(Saga, By);

/// <summary>Team, form, lifecycle and SLA policy change together. Only while held by the same saga.</summary>
/// <param name="Undoes">True when this takes a former transfer back.</param>
[GenerateSerializer, Immutable, Alias("ticket.step.move")]
public sealed record MoveTicket(
    string Saga, Actor By, string ToTeam, DefinitionRef Form, JsonText Fields, DefinitionRef Lifecycle, string State, string? Assignee, string? Note, bool Undoes = false) : TicketStep(Saga, By);

/// <summary>This ticket is merged into another: it closes, shows where it went, and changes no more.</summary>
[GenerateSerializer, Immutable, Alias("ticket.step.merged-into")]
public sealed record MergedInto(string Saga, Actor By, string TicketId, long Number) : TicketStep(Saga, By);

/// <summary>This ticket takes in another one's comments, tags, watchers and links.</summary>
/// <param name="Comments">Copied with their authors and instants.</param>
[GenerateSerializer, Immutable, Alias("ticket.step.absorb")]
public sealed record AbsorbTicket(
    string Saga, Actor By, string TicketId, long Number, ImmutableArray<CarriedComment> Comments, ImmutableArray<string> Tags, ImmutableArray<AgentSummary> Watchers) : TicketStep(Saga, By);

/// <summary>Takes a merge or split back on this side.</summary>
[GenerateSerializer, Immutable, Alias("ticket.step.part")]
public sealed record PartAgain(string Saga, Actor By) : TicketStep(Saga, By);

/// <summary>A part of this ticket's comments goes on in a new ticket.</summary>
[GenerateSerializer, Immutable, Alias("ticket.step.split-off")]
public sealed record SplitOff(string Saga, Actor By, string TicketId, long Number, ImmutableArray<long> Comments) : TicketStep(Saga, By);

/// <summary>A comment as it goes to another ticket, with the ticket and the seq that it had before.</summary>
[GenerateSerializer, Immutable, Alias("ticket.carried-comment")]
public sealed record CarriedComment(string FromTicketId, long FromSeq, DateTimeOffset At, Author By, bool Public, string Text, ImmutableArray<AttachmentView> Attachments);
