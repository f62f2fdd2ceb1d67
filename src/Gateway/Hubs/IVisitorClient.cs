using Grainline.Conversations;
using Grainline.Gateway.Wire;
using Grainline.Push;

namespace Grainline.Gateway.Hubs;

/// <summary>What a visitor's client is told. The push path writes these events itself; this is their list for readers and tests.</summary>
public interface IVisitorClient
{
    Task Message(MessageView message);

    Task Typing(TypingView typing);

    Task Receipt(ReceiptView receipt);

    Task Conversation(ConversationView conversation);

    Task Head(HeadEvent head);

    Task Resync(ResyncEvent resync);

    Task GoAway(GoAwayEvent goAway);
}
