using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Deadlines;
using Grainline.Refusals;
using Orleans;

namespace Grainline.Tickets.Work;

/// <summary>
/// One merge, split or transfer: records each step in its own stream and finishes, or undoes, whatever crashes in between. Keyed by tenant and the id that the caller made, so that a retry is the same saga.
/// </summary>
[Alias("ITicketSagaGrain")]
public interface ITicketSagaGrain : IGrainWithStringKey, IDeadlineTarget
{
    /// <summary>Returns when it is done, undone, or refused. If the answer is lost, <see cref="View"/> tells.</summary>
    Task<Outcome<TicketSagaView>> Transfer(TransferTicket command);

    Task<Outcome<TicketSagaView>> Merge(MergeTickets command);

    Task<Outcome<TicketSagaView>> Split(SplitTicket command);

    /// <summary>Takes it back within <see cref="TicketLimits.UndoFor"/>, as far as nothing that came later stands against it.</summary>
    Task<Outcome<TicketSagaView>> Undo(Actor by);

    Task<Outcome<TicketSagaView>> View(Actor reader);
}

/// <param name="Form">Template id in the new team; null for the same template if the team has it, else its default.</param>
/// <param name="Fields">For what the new form asks and the old fields do not say.</param>
[GenerateSerializer, Immutable, Alias("ticket.transfer")]
public sealed record TransferTicket(Actor By, string TicketId, string ToTeam, string? ToAgent, string? Form, JsonText? Fields, string? Note);

/// <param name="Into">Takes in the comments, tags, watchers and links of the others.</param>
[GenerateSerializer, Immutable, Alias("ticket.merge")]
public sealed record MergeTickets(Actor By, ImmutableArray<string> TicketIds, string Into);

/// <param name="Comments">Seqs of the comments that go on in the new ticket, which has the same team, form and requester.</param>
[GenerateSerializer, Immutable, Alias("ticket.split")]
public sealed record SplitTicket(Actor By, string TicketId, ImmutableArray<long> Comments, string Subject);

public enum TicketSagaStatus
{
    Running,
    Done,
    Undoing,
    Undone,
}

/// <param name="Kind"><c>transfer</c>, <c>merge</c> or <c>split</c>.</param>
/// <param name="TicketIds">All tickets that take part; the new one of a split is among them.</param>
/// <param name="Why">Why it was undone by itself.</param>
[GenerateSerializer, Immutable, Alias("ticket.saga")]
public sealed record TicketSagaView(
    string SagaId, string Kind, TicketSagaStatus Status, ImmutableArray<string> TicketIds, Author By, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, DateTimeOffset? UndoUntil, string? Why);

public static class TicketSagaGrains
{
    public static ITicketSagaGrain TicketSaga(this IGrainFactory grains, TicketKey key) => grains.GetGrain<ITicketSagaGrain>(key.ToString());
}
