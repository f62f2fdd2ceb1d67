using Grainline.Gateway.Push;
using Grainline.Gateway.Tests.Hosting;
using Grainline.Push;
using Grainline.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Grainline.Gateway.Tests.Push;

public sealed class SlowSocketTests(TightHost host) : IClassFixture<TightHost>
{
    [Fact]
    public async Task Push_ToAClientThatDoesNotRead_DropsItAndNobodyElse()
    {
        var token = await host.VisitorToken();
        await using var reader = await host.Connect("visitor", token);
        var id = (await reader.Invoke("OpenConversation", new { })).GetProperty("conversationId").GetString();
        await using var sleeper = await HubClient.Connect(host.Address, "visitor", token, read: false);
        await sleeper.SendRaw($$"""{"type":1,"invocationId":"1","target":"Sync","arguments":[{"conversationId":"{{id}}","after":0}]}""" + "\u001e");
        var topic = host.Services.GetRequiredService<ConversationTopics>();
        await Eventually.Becomes(() => Task.FromResult(topic.TryGet($"demo/{id}", out var found) ? found.Visitors.Length : 0), count => count == 2);

        var posts = 0;
        var text = new string('語', Limits.TextLength);
        while (topic.TryGet($"demo/{id}", out var open) && open.Visitors.Length == 2 && posts < 2_000)
            await reader.Invoke("Post", new { conversationId = id, clientMessageId = $"m{posts++}", text });

        Assert.True(posts < 2_000, "The socket that does not read was never dropped.");
        await reader.Next("Message", m => m.GetProperty("clientMessageId").GetString() == $"m{posts - 1}");
        Assert.Equal(posts, reader.Seen("Message").Count(m => m.GetProperty("kind").GetString() == "text"));
    }

    [Fact]
    public async Task Wall_WatchedByAClientThatDoesNotRead_GoesOnForTheOthers()
    {
        var token = await host.StaffToken("sam");
        await using var reader = await host.Connect("agent", token);
        await reader.Invoke("WatchQueues", new { });
        await using var sleeper = await HubClient.Connect(host.Address, "agent", token, read: false);
        await sleeper.SendRaw("""{"type":1,"invocationId":"1","target":"WatchQueues","arguments":[{}]}""" + "\u001e");
        var topics = host.Services.GetRequiredService<QueueTopics>();
        Assert.True(topics.TryGet("demo/support", out var topic));
        await Eventually.Becomes(() => Task.FromResult(topic.Staff.Length), count => count == 2);

        var view = (await host.Grains.Routing(new("demo", "support")).View()).Value!;
        var observer = host.Services.GetRequiredService<GatewayObserver>();
        var pushes = 0;
        for (; topic.Staff.Length == 2 && pushes < 2_000; pushes++)
        {
            var picture = view with { Waiting = 1_000 + pushes, Profile = view.Profile with { Name = new('x', 50_000) } };
            await observer.Deliver([new QueuePush("queue/demo/support", picture)]);
            await reader.Next("Queue", q => q.GetProperty("waiting").GetInt32() == picture.Waiting);
        }

        Assert.True(pushes < 2_000, "The socket that does not read was never dropped.");
        Assert.Equal(pushes, reader.Seen("Queue").Count(q => q.GetProperty("waiting").GetInt32() >= 1_000));
    }
}
