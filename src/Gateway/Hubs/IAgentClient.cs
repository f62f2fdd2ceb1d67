using Grainline.Conversations;
using Grainline.Gateway.Wire;
using Grainline.Push;
using Grainline.Routing;
using Grainline.Tickets;
using Grainline.Tickets.Lists;
using Grainline.Tickets.Work;

namespace Grainline.Gateway.Hubs;

/// <summary>What an agent's client is told: conversations it listens to, and the ordered feed of its inbox.</summary>
public interface IAgentClient
{
    Task Message(MessageView message);

    Task Typing(TypingView typing);

    Task Receipt(ReceiptView receipt);

    Task Head(HeadEvent head);

    Task Resync(ResyncEvent resync);

    Task GoAway(GoAwayEvent goAway);

    Task Conversation(ConversationEvent changed);

    Task Offer(OfferEvent offer);

    Task OfferWithdrawn(OfferWithdrawnEvent withdrawn);

    Task Load(LoadEvent load);

    Task Queue(QueueView queue);

    Task TicketsMoved(TicketsMoved moved);

    Task Ticket(TicketView ticket);

    Task TicketEntry(TicketEntryEvent entry);

    Task TicketPresence(TicketPresenceEvent presence);

    Task TicketResync(TicketResyncEvent resync);

    Task BulkRun(BulkRunView run);
}
