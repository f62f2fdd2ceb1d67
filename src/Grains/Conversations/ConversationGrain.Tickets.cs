namespace Grainline.Conversations;

/// <summary>Tickets that were made from this conversation. The ticket is the one that remembers; it says it again until it was heard.</summary>
internal sealed partial class ConversationGrain
{
    public Task ShowTicket(ShowTicket command) => !State.Exists || State.Tickets.Any(t => t.TicketId == command.TicketId)
        ? Settled()
        : Commit(new TicketLinked(command.TicketId, command.Number, command.By));
}
