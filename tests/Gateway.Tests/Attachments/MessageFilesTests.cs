using System.Text.Json;
using Grainline.Gateway.Tests.Hosting;

namespace Grainline.Gateway.Tests.Attachments;

/// <summary>Files of messages: who may send them, and who may read them then.</summary>
public sealed class MessageFilesTests(AttachmentHost host) : IClassFixture<AttachmentHost>
{
    [Fact]
    public async Task Post_WithFilesOnly_IsAFileThatBothSidesGet()
    {
        var (visitor, client, conversation) = await Talk();
        await using var _ = visitor;
        await using var sam = await host.Agent("sam");
        await sam.Invoke("Sync", new { conversationId = conversation, after = 0 });
        var id = await client.Upload(TusClient.Png);

        await visitor.Invoke("Post", new { conversationId = conversation, clientMessageId = "f", text = "", attachments = new[] { id } });

        var seen = await sam.Next("Message", m => m.GetProperty("clientMessageId").GetString() == "f");
        var file = seen.GetProperty("attachments")[0];
        Assert.Equal("file", seen.GetProperty("kind").GetString());
        Assert.Equal((id, "photo.png", "image/png", TusClient.Png.Length), (file.GetProperty("id").GetString(), file.GetProperty("name").GetString(), file.GetProperty("contentType").GetString(), file.GetProperty("bytes").GetInt32()));
        var page = await sam.Invoke("Sync", new { conversationId = conversation, after = 0 });
        Assert.Equal("photo.png", page.GetProperty("conversation").GetProperty("lastMessage").GetProperty("text").GetString());
        Assert.Contains(page.GetProperty("messages").EnumerateArray(), m => m.GetProperty("attachments").GetArrayLength() == 1);
        Assert.Equal(TusClient.Png, await host.Http.GetByteArrayAsync(await new TusClient(host, await host.StaffToken("sam")).Url(id)));
    }

    [Fact]
    public async Task Post_Repeated_AnswersAsTheFirst()
    {
        var (visitor, client, conversation) = await Talk();
        await using var _ = visitor;
        var post = new { conversationId = conversation, clientMessageId = "f", text = "look", attachments = new[] { await client.Upload(TusClient.Png) } };

        var first = await visitor.Invoke("Post", post);
        var again = await visitor.Invoke("Post", post);

        Assert.Equal((first.GetProperty("seq").GetInt64(), true), (again.GetProperty("seq").GetInt64(), again.GetProperty("duplicate").GetBoolean()));
    }

    [Fact]
    public async Task Post_FileOfAnotherMessage_IsRefused()
    {
        var (visitor, client, conversation) = await Talk();
        await using var _ = visitor;
        var id = await client.Upload(TusClient.Png);
        await visitor.Invoke("Post", new { conversationId = conversation, clientMessageId = "1", text = "look", attachments = new[] { id } });

        Assert.Equal(126, await visitor.Refused("Post", new { conversationId = conversation, clientMessageId = "2", text = "again", attachments = new[] { id } }));
    }

    [Fact]
    public async Task Post_OneFileRefused_FreesTheOthers()
    {
        var (visitor, client, conversation) = await Talk();
        await using var _ = visitor;
        var good = await client.Upload(TusClient.Png);
        var unfinished = (await client.Begin(100)).Split('/')[^1];

        Assert.Equal(125, await visitor.Refused("Post", new { conversationId = conversation, clientMessageId = "1", text = "", attachments = new[] { good, unfinished } }));

        await visitor.Invoke("Post", new { conversationId = conversation, clientMessageId = "2", text = "", attachments = new[] { good } });
    }

    [Fact]
    public async Task Post_FileOfAnotherPerson_DoesNotExist()
    {
        var (visitor, _, conversation) = await Talk();
        await using var __ = visitor;
        var foreign = await new TusClient(host, await host.VisitorToken()).Upload(TusClient.Png);

        Assert.Equal(120, await visitor.Refused("Post", new { conversationId = conversation, clientMessageId = "1", text = "", attachments = new[] { foreign } }));
        Assert.Equal(101, await visitor.Refused("Post", new { conversationId = conversation, clientMessageId = "1", text = "", attachments = Array.Empty<string>() }));
        Assert.Equal(104, await visitor.Refused("Post", new { conversationId = conversation, clientMessageId = "1", text = "x", attachments = new[] { new { name = "a" } } }));
        Assert.Equal(100, await visitor.Refused("Post", new { conversationId = conversation, clientMessageId = "1", text = "x", attachments = Enumerable.Range(0, 11).Select(n => $"{n}") }));
    }

    [Fact]
    public async Task File_OfAMessage_IsForThoseWhoSeeIt()
    {
        var (visitor, client, conversation) = await Talk();
        await using var _ = visitor;
        var id = await client.Upload(TusClient.Png);
        await visitor.Invoke("Post", new { conversationId = conversation, clientMessageId = "1", text = "", attachments = new[] { id } });

        Assert.True((await client.Link(id)).TryGetProperty("url", out var _));
        Assert.Equal(120, Code(await new TusClient(host, await host.VisitorToken()).Link(id)));
        Assert.Equal(120, Code(await new TusClient(host, await host.StaffToken("li")).Link(id)));
        Assert.Equal(120, Code(await new TusClient(host, await host.Hire("eve", StaffRoles.Agent | StaffRoles.Admin, "elsewhere", "q")).Link(id)));
    }

    [Fact]
    public async Task File_OfANote_IsNotForTheVisitor()
    {
        var (visitor, client, conversation) = await Talk();
        await using var _ = visitor;
        await using var sam = await host.Agent("sam");
        var staff = new TusClient(host, await host.StaffToken("sam"));
        var id = await staff.Upload(TusClient.Png);

        await sam.Invoke("Note", new { conversationId = conversation, clientMessageId = "n", text = "", attachments = new[] { id } });

        Assert.Equal(120, Code(await client.Link(id)));
        Assert.True((await staff.Link(id)).TryGetProperty("url", out var _));
    }

    private static int Code(JsonElement problem) => problem.Code();

    private async Task<(HubClient Visitor, TusClient Client, string Conversation)> Talk()
    {
        var token = await host.VisitorToken();
        var visitor = await host.Connect("visitor", token);
        var opened = await visitor.Invoke("OpenConversation", new { });
        return (visitor, new(host, token), opened.GetProperty("conversationId").GetString()!);
    }
}
