using System.Collections.Immutable;
using Grainline.Conversations;

namespace Grainline.Tickets.Work;

/// <summary>What a saga can tell one ticket. Names are the journal's format.</summary>
internal enum SagaStepKind
{
    Hold,
    Move,
    Release,

    /// <summary>Makes the ticket of a split.</summary>
    Create,
    Absorb,
    SplitOff,
    Link,
    Unlink,

    /// <summary>Closes the ticket as merged into <see cref="SagaStep.Other"/>.</summary>
    Merge,

    /// <summary>Takes back what <see cref="SagaStep.As"/> has brought.</summary>
    Part,
}

/// <summary>One step on one ticket: small enough to be written down before it is taken, since comments are read where they are.</summary>
/// <param name="As">The saga id that the ticket knows it by. A ticket remembers what it was told by that id, so what may be told or taken back by itself has an id of its own.</param>
/// <param name="Other">The other ticket: where comments come from, where they go, whom to part from.</param>
/// <param name="Number">Of the other ticket.</param>
/// <param name="Comments">Seqs, of the other ticket when absorbing.</param>
/// <param name="Hidden">Comments are carried as internal ones: the other ticket's requester is somebody else.</param>
internal sealed record SagaStep(
    SagaStepKind Kind, string Ticket, string As, string? Other = null, long Number = 0, TicketMove? Move = null, TicketTransferView? Transfer = null, TicketLinkView? Link = null,
    ImmutableArray<long>? Comments = null, ImmutableArray<string>? Tags = null, ImmutableArray<AgentSummary>? Watchers = null, bool Hidden = false, NewTicket? New = null);

/// <summary>Where a ticket goes and where it comes from.</summary>
/// <param name="Undoes">True when it is a way back.</param>
internal sealed record TicketMove(TicketPlace From, TicketPlace To, string? Note, bool Undoes = false);

/// <param name="Assignee">Agent id.</param>
internal sealed record TicketPlace(string Team, DefinitionRef Form, JsonText Fields, DefinitionRef Lifecycle, string State, StateCategory Category, string? Assignee);

/// <summary>What the ticket of a split begins with.</summary>
internal sealed record NewTicket(string Team, string Subject, Routing.Priority Priority, string Form, JsonText Fields, TicketRequester? Requester, string? Assignee);
