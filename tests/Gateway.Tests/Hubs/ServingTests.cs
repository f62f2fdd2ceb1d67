using Grainline.Gateway.Tests.Hosting;

namespace Grainline.Gateway.Tests.Hubs;

/// <summary>A visitor and an agent talk, over real sockets.</summary>
public sealed class ServingTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task Conversation_FromOpenToRated_ReachesBothSides()
    {
        await using var amy = await host.Agent("amy");
        var inbox = await amy.Invoke("Inbox");
        Assert.Equal("amy", inbox.GetProperty("agentId").GetString());
        await amy.Invoke("SetAvailability", new { status = "available" });

        await using var visitor = await host.Visitor();
        var id = (await visitor.Invoke("OpenConversation", new { subject = "Shoes" })).GetProperty("conversationId").GetString()!;
        await visitor.Invoke("Post", new { conversationId = id, clientMessageId = "1", text = "Hello\r\nthere" });

        var offer = await amy.Next("Offer", e => e.GetProperty("offer").GetProperty("conversation").GetProperty("conversationId").GetString() == id);
        var accepted = await amy.Invoke("Accept", new { offerId = offer.GetProperty("offer").GetProperty("offerId").GetString() });
        Assert.Equal("assigned", accepted.GetProperty("status").GetString());
        // The gateway listens for the agent from now on, and says so with the head.
        await amy.Next("Head", e => e.GetProperty("conversationId").GetString() == id);

        var page = await amy.Invoke("Sync", new { conversationId = id, after = 0 });
        Assert.Contains(page.GetProperty("messages").EnumerateArray(), m => m.GetProperty("text").GetString() == "Hello\nthere");
        Assert.All(page.GetProperty("messages").EnumerateArray(), m => Assert.Equal(m.GetProperty("kind").GetString() == "text", m.TryGetProperty("id", out var given) && given.GetString()!.Length == 13));

        await amy.Invoke("Note", new { conversationId = id, clientMessageId = "n", text = "between us" });
        var reply = await amy.Invoke("Post", new { conversationId = id, clientMessageId = "2", text = "Good morning" });
        var seen = await visitor.Next("Message", m => m.GetProperty("clientMessageId").GetString() == "2");
        Assert.Equal(reply.GetProperty("seq").GetInt64(), seen.GetProperty("seq").GetInt64());
        Assert.True((await amy.Invoke("Post", new { conversationId = id, clientMessageId = "2", text = "Good morning" })).GetProperty("duplicate").GetBoolean());
        await amy.Next("Message", m => m.GetProperty("kind").GetString() == "note");

        await visitor.SendRaw($$"""{"type":1,"target":"Typing","arguments":[{"conversationId":"{{id}}","preview":"I am"}]}""" + "\u001e");
        Assert.Equal("I am", (await amy.Next("Typing")).GetProperty("preview").GetString());

        await amy.Invoke("Resolve", new { conversationId = id });
        await visitor.Next("Conversation", c => c.GetProperty("status").GetString() == "resolved");
        await visitor.Invoke("Rate", new { conversationId = id, score = 5 });

        Assert.DoesNotContain(visitor.Seen("Message"), m => m.GetProperty("kind").GetString() == "note");
        var own = await visitor.Invoke("Sync", new { conversationId = id, after = 0 });
        Assert.DoesNotContain(own.GetProperty("messages").EnumerateArray(), m => m.GetProperty("kind").GetString() == "note");
        AssertNoGaps(visitor.Seen("Message"));
    }

    [Fact]
    public async Task Post_ManyInARow_ArriveInOrderOnEverySocket()
    {
        var token = await host.VisitorToken();
        await using var one = await host.Connect("visitor", token);
        await using var two = await host.Connect("visitor", token);
        var id = (await one.Invoke("OpenConversation", new { })).GetProperty("conversationId").GetString();
        await two.Invoke("Sync", new { conversationId = id, after = 0 });

        for (var i = 0; i < 30; i++)
            await one.Invoke("Post", new { conversationId = id, clientMessageId = $"m{i}", text = $"{i}" });

        await one.Next("Message", m => m.GetProperty("clientMessageId").GetString() == "m29");
        await two.Next("Message", m => m.GetProperty("clientMessageId").GetString() == "m29");
        AssertNoGaps(one.Seen("Message"));
        AssertNoGaps(two.Seen("Message"));
    }

    private static void AssertNoGaps(IReadOnlyList<System.Text.Json.JsonElement> messages)
    {
        for (var i = 1; i < messages.Count; i++)
            Assert.Equal(messages[i - 1].GetProperty("seq").GetInt64(), messages[i].GetProperty("prev").GetInt64());
    }
}
