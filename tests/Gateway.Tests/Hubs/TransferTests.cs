using Grainline.Gateway.Push;
using Grainline.Gateway.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Grainline.Gateway.Tests.Hubs;

/// <summary>On a host of its own: who is available decides who is offered what.</summary>
public sealed class TransferTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task Transfer_ToAnotherAgent_MovesTheSubscriptionAlong()
    {
        await using var amy = await host.Agent("amy");
        await using var li = await host.Agent("li");
        await using var visitor = await host.Visitor();
        await amy.Invoke("Inbox");
        await li.Invoke("Inbox");
        await amy.Invoke("SetAvailability", new { status = "available" });
        var id = (await visitor.Invoke("OpenConversation", new { })).GetProperty("conversationId").GetString()!;
        var offer = await amy.Next("Offer", e => e.GetProperty("offer").GetProperty("conversation").GetProperty("conversationId").GetString() == id);
        await amy.Invoke("Accept", new { offerId = offer.GetProperty("offer").GetProperty("offerId").GetString() });
        await li.Invoke("SetAvailability", new { status = "available" });

        await amy.Invoke("Transfer", new { conversationId = id, toAgent = "li", note = "yours" });

        var sockets = host.Services.GetRequiredService<ConversationTopics>();
        await Eventually.Becomes(
            () => Task.FromResult(sockets.TryGet($"demo/{id}", out var topic) ? string.Join(',', topic.Staff.Select(socket => socket.Actor.Id)) : ""),
            agents => agents == "li");
        await visitor.Invoke("Post", new { conversationId = id, clientMessageId = "t", text = "who is there?" });
        await li.Next("Message", m => m.GetProperty("clientMessageId").GetString() == "t");
        Assert.DoesNotContain(amy.Seen("Message"), m => m.GetProperty("clientMessageId").GetString() == "t");
    }
}
