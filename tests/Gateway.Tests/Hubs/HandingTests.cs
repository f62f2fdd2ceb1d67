using System.Text.Json;
using Grainline.Gateway.Tests.Hosting;
using Grainline.Routing;

namespace Grainline.Gateway.Tests.Hubs;

/// <summary>Conversations taken and given by hand, over real sockets. On a host of its own: nobody is available, so nothing is offered.</summary>
public sealed class HandingTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task Pull_WaitingConversation_ReachesTheInboxAndTheVisitor()
    {
        await using var amy = await Busy("amy");
        await using var visitor = await host.Visitor();
        var id = await Open(visitor, new { topic = "refunds" });
        var pulled = await amy.Invoke("Pull", new { conversationId = id });
        Assert.Equal(("assigned", "refunds"), (Text(pulled, "status"), Text(pulled, "topic")));
        await amy.Next("Conversation", e => Text(e.GetProperty("conversation"), "conversationId") == id && e.GetProperty("feed").ValueKind == JsonValueKind.Number);
        await visitor.Next("Conversation", c => Text(c, "status") == "assigned");
        Assert.Equal(300, await amy.Refused("Pull", new { conversationId = "nowhere" }));
        Assert.Equal(300, await amy.Refused("Pull", new { conversationId = "demo/x" }));
        await amy.Invoke("Resolve", new { conversationId = id });
    }

    [Fact]
    public async Task PullNext_UntilNobodyWaits_TakesTheOldestFirstAndThenRefuses405()
    {
        await using var li = await Busy("li");
        await using var one = await host.Visitor();
        await using var two = await host.Visitor();
        var first = await Open(one, new { });
        var second = await Open(two, new { });
        await Waiting(2);
        Assert.Equal(first, Text(await li.Invoke("PullNext", new { queue = "support" }), "conversationId"));
        Assert.Equal(second, Text(await li.Invoke("PullNext", new { }), "conversationId"));
        await Waiting(0);
        Assert.Equal(405, await li.Refused("PullNext", new { }));
        Assert.Equal(403, await li.Refused("PullNext", new { queue = "not-mine" }));
        Assert.Equal(100, await li.Refused("PullNext", new { queue = "a/b" }));
        foreach (var id in new[] { first, second })
            await li.Invoke("Resolve", new { conversationId = id });
    }

    [Fact]
    public async Task AssignAndTakeOver_AreForThoseWhoOversee()
    {
        await using var amy = await Busy("amy");
        await using var sam = await Busy("sam");
        await using var visitor = await host.Visitor();
        var id = await Open(visitor, new { });
        Assert.Equal(202, await amy.Refused("Assign", new { conversationId = id, toAgent = "amy" }));
        Assert.Equal(202, await amy.Refused("TakeOver", new { conversationId = id }));
        Assert.Equal(404, await sam.Refused("Assign", new { conversationId = id, toAgent = "nobody", force = true }));
        Assert.Equal(100, await sam.Refused("Assign", new { conversationId = id, toAgent = "a/b" }));
        Assert.Equal("amy", Text((await sam.Invoke("Assign", new { conversationId = id, toAgent = "amy", force = true })).GetProperty("assignee"), "id"));
        Assert.Equal("sam", Text((await sam.Invoke("TakeOver", new { conversationId = id })).GetProperty("assignee"), "id"));
        await amy.Next("Conversation", e => Text(e.GetProperty("conversation").GetProperty("assignee"), "id") == "sam");
        await sam.Invoke("Resolve", new { conversationId = id });
    }

    [Fact]
    public async Task Classify_ByItsAgents_ShowsThePriorityToStaffOnly()
    {
        await using var amy = await Busy("amy");
        await using var visitor = await host.Visitor();
        var id = await Open(visitor, new { });
        var view = await amy.Invoke("Classify", new { conversationId = id, topic = "shipping", priority = "urgent" });
        Assert.Equal(("shipping", "urgent"), (Text(view, "topic"), Text(view, "priority")));
        var seen = await visitor.Next("Conversation", c => Text(c, "topic") == "shipping");
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("priority").ValueKind);
        Assert.Equal(100, await amy.Refused("Classify", new { conversationId = id }));
        Assert.Equal(100, await amy.Refused("Classify", new { conversationId = id, priority = "very" }));
        Assert.Equal(100, await amy.Refused("Classify", new { conversationId = id, topic = "two words" }));
        await visitor.Invoke("Close", new { conversationId = id });
        Assert.Equal(300, await amy.Refused("Classify", new { conversationId = id, topic = "late" }));
    }

    [Fact]
    public async Task HandingOver_ToAnotherTenant_FindsNothing()
    {
        await using var visitor = await host.Visitor();
        var id = await Open(visitor, new { });
        await using var zoe = await host.Connect("agent", await host.Hire("zoe", StaffRoles.Agent | StaffRoles.Supervisor, "elsewhere", "support"));
        foreach (var method in new[] { "Pull", "TakeOver" })
            Assert.Equal(300, await zoe.Refused(method, new { conversationId = id }));
        Assert.Equal(300, await zoe.Refused("Assign", new { conversationId = id, toAgent = "zoe", force = true }));
        Assert.Equal(300, await zoe.Refused("Classify", new { conversationId = id, topic = "mine" }));
        Assert.Equal(405, await zoe.Refused("PullNext", new { }));
        await visitor.Invoke("Close", new { conversationId = id });
    }

    private Task Waiting(int conversations) =>
        Eventually.Becomes(() => host.Grains.Routing(new("demo", "support")).View(), view => view.Value!.Waiting == conversations);

    private async Task<HubClient> Busy(string login)
    {
        var client = await host.Agent(login);
        await client.Invoke("Inbox");
        await client.Invoke("SetAvailability", new { status = "busy", reason = "by hand" });
        return client;
    }

    private static async Task<string> Open(HubClient visitor, object request) => Text(await visitor.Invoke("OpenConversation", request), "conversationId")!;

    private static string? Text(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object ? element.GetProperty(name).GetString() : null;
}
