using System.Collections.Immutable;
using Grainline.Gateway.Hosting;
using Grainline.Push;
using Grainline.Tickets.Work;

namespace Grainline.Gateway.Push;

/// <summary>Where grains push to. It hands every item to the bridge and never waits for a socket.</summary>
internal sealed partial class GatewayObserver(ConversationBridge conversations, AgentBridge agents, QueueBridge queues, TicketBridge tickets, TicketFeedBridge ticketFeed, RunBridge runs, AllTopics topics, ILogger<GatewayObserver> logger) : IGatewayObserver
{
    public Task Deliver(ImmutableArray<PushItem> items)
    {
        foreach (var item in items)
        {
            try
            {
                Deliver(item);
            }
            catch (Exception e)
            {
                // One item that cannot be written must not take the rest of its batch along; its gap is repaired by the clients.
                DeliveryFailed(e, item.GetType().Name, item.Source);
            }
        }
        GatewayMetrics.Pushes.Add(items.Length);
        return Task.CompletedTask;
    }

    private void Deliver(PushItem item)
    {
        switch (item)
        {
            case MessagePush push: conversations.Message(push); break;
            case ConversationPush push: conversations.Changed(push); break;
            case TypingPush push: conversations.Typing(push); break;
            case ReceiptPush push: conversations.Receipt(push); break;
            case HeadPush push: conversations.Head(push); break;
            case AgentPush push: agents.Step(push); break;
            case QueuePush push: queues.Changed(push); break;
            case TicketPush push: tickets.Changed(push); break;
            case TicketEntryPush push: tickets.Entry(push); break;
            case TicketPresencePush push: tickets.Presence(push); break;
            case BulkRunPush push: runs.Changed(push); break;
            case TicketsPush push: ticketFeed.Moved(push); break;
            case RenewPush push: topics.Lapse(push.Source); break;
            case ResyncPush push:
                conversations.Resync(push);
                agents.Resync(push);
                queues.Resync(push);
                tickets.Resync(push);
                runs.Resync(push);
                ticketFeed.Resync(push);
                break;
            default: throw new NotSupportedException($"This gateway does not know {item.GetType().Name}.");
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Item} of {Source} could not be delivered")]
    private partial void DeliveryFailed(Exception exception, string item, string source);
}
