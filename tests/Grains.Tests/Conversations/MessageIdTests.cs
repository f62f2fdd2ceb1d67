using Grainline.Conversations;
using Grainline.Ids;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Conversations;

/// <summary>Conversations and messages have time-ordered ids; what was stored before has none and stays readable.</summary>
public sealed class MessageIdTests
{
    [Fact]
    public async Task Post_Several_GetRisingIdsThatStay()
    {
        await using var host = await GrainHost.Start();
        await host.Conversation("c1").Open(Opening());
        for (var i = 0; i < 5; i++)
            await host.Conversation("c1").Post(new(Visitor(), $"m{i}", "hello"));

        var before = await Messages(host, "c1");
        var ids = before.Where(m => m.Kind == MessageKind.Text).Select(m => TimeOrderedId.Parse(m.Id!)).ToArray();
        Assert.Equal(5, ids.Length);
        Assert.All(ids.Zip(ids.Skip(1)), pair => Assert.True(pair.First.Value < pair.Second.Value));
        Assert.All(before.Where(m => m.Kind == MessageKind.Event), m => Assert.Null(m.Id));

        await host.Restart();
        Assert.Equal(before.Select(m => m.Id), (await Messages(host, "c1")).Select(m => m.Id));
    }

    [Fact]
    public async Task Post_AfterALongSilence_StillGetsAnId()
    {
        await using var host = await GrainHost.Start();
        await host.Conversation("c1").Open(Opening());
        for (var i = 0; i < 20; i++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.True((await Eventually.Answers(() => host.Conversation("c1").Post(new(Visitor(), $"m{i}", "still here")))).Succeeded);
        }

        var texts = (await Messages(host, "c1")).Where(m => m.Kind == MessageKind.Text).ToArray();
        Assert.Equal(20, texts.Select(m => m.Id).Distinct().Count());
    }

    [Fact]
    public async Task OpenConversation_New_HasATimeOrderedId()
    {
        await using var host = await GrainHost.Start();
        await host.Visitor.Register(new("acme", "Ada", null, Verified: false));

        var opened = await host.Visitor.OpenConversation(new("web", null, null, null, System.Collections.Immutable.ImmutableDictionary<string, string>.Empty));

        Assert.Equal(host.Clock.GetUtcNow(), TimeOrderedId.Parse(opened.Value!.ConversationId).At);
        Assert.True((await host.Conversation(opened.Value.ConversationId).Post(new(Visitor(), "m1", "hello"))).Succeeded);
    }

    private static async Task<IEnumerable<MessageView>> Messages(GrainHost host, string conversation) =>
        (await host.Conversation(conversation).Sync(new(Visitor(), 0, 200))).Value!.Messages;
}
