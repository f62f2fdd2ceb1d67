using Grainline.Gateway.Wire;
using Grainline.Push;
using Grainline.Tickets;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Grainline.Gateway.Push;

/// <summary>From a ticket's pushes to the sockets that follow it.</summary>
internal sealed class TicketBridge(TicketTopics topics, IHubProtocol protocol)
{
    public void Changed(TicketPush push) => Tell(push.Source, "Ticket", push.Ticket);

    public void Entry(TicketEntryPush push) => Tell(push.Source, "TicketEntry", new TicketEntryEvent(push.TicketId, push.Entry));

    public void Presence(TicketPresencePush push) => Tell(push.Source, "TicketPresence", new TicketPresenceEvent(push.TicketId, push.Present));

    /// <summary>Pushes were lost: the client reads the ticket and its timeline again.</summary>
    public void Resync(ResyncPush push)
    {
        if (topics.Pushed(push.Source) is { } topic)
            Resync(topic);
    }

    public void Resync(Topic topic) => Tell(topic, "TicketResync", new TicketResyncEvent(TicketKey.Parse(topic.Key).Id));

    private void Tell(string source, string target, object argument)
    {
        if (topics.Pushed(source) is { } topic)
            Tell(topic, target, argument);
    }

    private void Tell(Topic topic, string target, object argument)
    {
        if (topic.Staff.Length == 0)
            return;
        var frame = Frame.Of(protocol, target, argument);
        foreach (var socket in topic.Staff)
            socket.Send(frame);
    }
}
