using Grainline.Conversations;
using Grainline.Gateway.Wire;
using Grainline.Push;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Grainline.Gateway.Push;

/// <summary>From a conversation's pushes to its sockets' events: each is written once per audience.</summary>
internal sealed class ConversationBridge(ConversationTopics topics, IHubProtocol protocol)
{
    public void Message(MessagePush push)
    {
        if (!topics.TryGet(push.Source, out var topic))
            return;
        var staff = push.Audience.HasFlag(Audience.Staff) ? topic.Staff : [];
        var visitors = push.Audience.HasFlag(Audience.Visitors) ? topic.Visitors : [];
        var frame = Tell(staff, "Message", push.Message);
        // Unless staff alone has seen something since, both have come from the same message and get the same bytes.
        if (frame is not null && push.VisitorPrev == push.Message.Prev)
            Tell(visitors, frame);
        else if (visitors.Length > 0)
            Tell(visitors, "Message", push.Message with { Prev = push.VisitorPrev });
    }

    public void Changed(ConversationPush push)
    {
        if (!topics.TryGet(push.Source, out var topic))
            return;
        Tell(topic.Visitors, "Conversation", push.ForVisitors);
        Tell(topic.Staff, "Conversation", new ConversationEvent(push.ForStaff, null));
    }

    public void Typing(TypingPush push)
    {
        if (!topics.TryGet(push.Source, out var topic))
            return;
        if (push.Audience.HasFlag(Audience.Staff))
            Tell(topic.Staff, "Typing", push.Typing);
        // What somebody has not sent yet is for staff only.
        if (push.Audience.HasFlag(Audience.Visitors))
            Tell(topic.Visitors, "Typing", push.Typing with { Preview = null });
    }

    public void Receipt(ReceiptPush push)
    {
        if (!topics.TryGet(push.Source, out var topic))
            return;
        if (push.Audience.HasFlag(Audience.Staff))
            Tell(topic.Staff, "Receipt", push.Receipt);
        if (push.Audience.HasFlag(Audience.Visitors))
            Tell(topic.Visitors, "Receipt", push.Receipt);
    }

    public void Head(HeadPush push)
    {
        if (!topics.TryGet(push.Source, out var topic))
            return;
        var id = ConversationKey.Parse(push.Source).Id;
        Tell(topic.Visitors, "Head", new HeadEvent(id, push.VisitorHead));
        Tell(topic.Staff, "Head", new HeadEvent(id, push.StaffHead));
    }

    public void Resync(ResyncPush push)
    {
        if (!topics.TryGet(push.Source, out var topic))
            return;
        var gap = new ResyncEvent(ConversationKey.Parse(push.Source).Id);
        Tell(topic.Visitors, "Resync", gap);
        Tell(topic.Staff, "Resync", gap);
    }

    /// <summary>The conversation as it stood when this staff socket began to listen: what was pushed before that shows as a gap and is fetched.</summary>
    public void CatchUp(Socket socket, ConversationView view)
    {
        socket.Send(Frame.Of(protocol, "Conversation", new ConversationEvent(view, null)));
        socket.Send(Frame.Of(protocol, "Head", new HeadEvent(view.ConversationId, view.Head)));
    }

    private Frame? Tell(Socket[] sockets, string target, object argument)
    {
        if (sockets.Length == 0)
            return null;
        var frame = Frame.Of(protocol, target, argument);
        Tell(sockets, frame);
        return frame;
    }

    private static void Tell(Socket[] sockets, Frame frame)
    {
        foreach (var socket in sockets)
            socket.Send(frame);
    }
}
