using Grainline.Gateway.Tests.Hosting;

namespace Grainline.Gateway.Tests.Hubs;

/// <summary>Whatever a client sends wrongly gets its code, leaves the socket and everybody else alone, and is never logged.</summary>
public sealed class RefusalTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Secret = "sentence-that-nobody-may-log";

    [Fact]
    public async Task Invoke_UnknownMethod_Refuses105()
    {
        await using var visitor = await host.Visitor();

        Assert.Equal(105, await visitor.Refused("Frobnicate", new { text = Secret }));
        await StillWorks(visitor);
    }

    [Theory]
    [InlineData("Post", "{\"conversationId\":7,\"clientMessageId\":\"a\",\"text\":\"sentence-that-nobody-may-log\"}")]
    [InlineData("Post", "\"sentence-that-nobody-may-log\"")]
    [InlineData("Post", "{\"text\":\"sentence-that-nobody-may-log\"}")]
    [InlineData("Post", "null")]
    [InlineData("Sync", "{\"conversationId\":\"x\",\"after\":-1}")]
    [InlineData("Sync", "{\"conversationId\":\"x\",\"after\":0,\"limit\":201}")]
    [InlineData("OpenConversation", "{\"queue\":\"a/b\"}")]
    [InlineData("OpenConversation", "{\"attributes\":{\"a\":null}}")]
    public async Task Invoke_ArgumentsThatDoNotFit_Refuses100(string method, string argument)
    {
        await using var visitor = await host.Visitor();

        Assert.Equal(100, await visitor.Refused(method, System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(argument)));
        await StillWorks(visitor);
    }

    [Fact]
    public async Task Invoke_WrongNumberOfArguments_Refuses100()
    {
        await using var visitor = await host.Visitor();

        Assert.Equal(100, await visitor.Refused("Post"));
        Assert.Equal(100, await visitor.Refused("Post", new { }, new { }));
        await StillWorks(visitor);
    }

    [Theory]
    [InlineData("", 101)]
    [InlineData(" \n\t ", 101)]
    [InlineData("bell\u0007", 100)]
    [InlineData("null\0", 100)]
    public async Task Post_TextThatIsNone_Refuses(string text, int code)
    {
        await using var visitor = await host.Visitor();
        var id = await Open(visitor);

        Assert.Equal(code, await visitor.Refused("Post", new { conversationId = id, clientMessageId = "m", text }));
    }

    [Fact]
    public async Task Post_TextTooLong_Refuses102AndTheLongestIsTaken()
    {
        await using var visitor = await host.Visitor();
        var id = await Open(visitor);

        Assert.Equal(102, await visitor.Refused("Post", new { conversationId = id, clientMessageId = "m", text = Secret + new string('x', Limits.TextLength) }));
        await visitor.Invoke("Post", new { conversationId = id, clientMessageId = "m", text = new string('語', Limits.TextLength) });
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("ümlaut")]
    public async Task Post_BadClientMessageId_Refuses103(string clientMessageId)
    {
        await using var visitor = await host.Visitor();
        var id = await Open(visitor);

        Assert.Equal(103, await visitor.Refused("Post", new { conversationId = id, clientMessageId, text = "hello" }));
    }

    [Fact]
    public async Task Post_WithAttachments_Refuses104()
    {
        await using var visitor = await host.Visitor();
        var id = await Open(visitor);

        Assert.Equal(104, await visitor.Refused("Post", new { conversationId = id, clientMessageId = "m", text = "see", attachments = new[] { new { id = "a" } } }));
        await visitor.Invoke("Post", new { conversationId = id, clientMessageId = "m", text = "see", attachments = Array.Empty<object>() });
    }

    [Fact]
    public async Task Anything_ConversationOfSomebodyElse_Refuses300()
    {
        await using var owner = await host.Visitor();
        await using var stranger = await host.Visitor();
        var id = await Open(owner);

        foreach (var foreign in new[] { id, "demo/" + id, "../" + id, "0", new string('a', 65) })
        {
            Assert.Equal(300, await stranger.Refused("Post", new { conversationId = foreign, clientMessageId = "m", text = Secret }));
            Assert.Equal(300, await stranger.Refused("Sync", new { conversationId = foreign, after = 0 }));
            Assert.Equal(300, await stranger.Refused("Read", new { conversationId = foreign, seq = 1 }));
            Assert.Equal(300, await stranger.Refused("Rate", new { conversationId = foreign, score = 5 }));
            Assert.Equal(300, await stranger.Refused("Close", new { conversationId = foreign }));
        }
        await StillWorks(owner);
    }

    [Theory]
    [InlineData("this is no frame sentence-that-nobody-may-log\u001e")]
    [InlineData("{\"type\":1,\"target\":\"Post\",\"arguments\":[sentence-that-nobody-may-log\u001e")]
    [InlineData("[1,2,3]\u001e")]
    public async Task SendRaw_MalformedFrame_ClosesThatSocketAlone(string frame)
    {
        await using var bystander = await host.Visitor();
        await using var visitor = await host.Visitor();
        await StillWorks(visitor);

        await visitor.SendRaw(frame);

        Assert.StartsWith("3502:", await visitor.Closed);
        await StillWorks(bystander);
    }

    [Fact]
    public async Task SendRaw_FrameTooLarge_ClosesThatSocketAlone()
    {
        await using var bystander = await host.Visitor();
        await using var visitor = await host.Visitor();
        await StillWorks(visitor);

        await visitor.SendRaw("{\"type\":1,\"target\":\"Post\",\"arguments\":[\"" + Secret + new string('x', 70_000) + "\"]}\u001e");

        Assert.StartsWith("3502:", await visitor.Closed);
        await StillWorks(bystander);
    }

    [Fact]
    public async Task Logs_AfterBadAndGoodMessages_HoldNoBodyAndNoToken()
    {
        var token = await host.VisitorToken();
        await using var visitor = await host.Connect("visitor", token);
        var id = await Open(visitor);
        await visitor.Invoke("Post", new { conversationId = id, clientMessageId = "m", text = Secret });
        await visitor.Refused("Post", new { conversationId = id, clientMessageId = "m", text = Secret + "\0" });
        await visitor.Refused("Post", new { conversationId = id, text = Secret });
        await visitor.Refused("Nothing", Secret);
        await visitor.SendRaw($"{{\"type\":1,\"target\":\"{Secret}\u001e");
        await visitor.Closed;

        Assert.DoesNotContain(host.Logs.Lines, line => line.Contains(Secret));
        Assert.DoesNotContain(host.Logs.Lines, line => line.Contains(token[..40]) || line.Contains("access_token"));
    }

    private static async Task<string> Open(HubClient visitor) => (await visitor.Invoke("OpenConversation", new { })).GetProperty("conversationId").GetString()!;

    private static async Task StillWorks(HubClient visitor)
    {
        var id = await Open(visitor);
        var text = Guid.NewGuid().ToString();
        var posted = await visitor.Invoke("Post", new { conversationId = id, clientMessageId = text, text });
        var message = await visitor.Next("Message", m => m.GetProperty("text").GetString() == text);
        Assert.Equal(posted.GetProperty("seq").GetInt64(), message.GetProperty("seq").GetInt64());
    }
}
