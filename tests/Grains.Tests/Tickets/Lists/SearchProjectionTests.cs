using Grainline.Conversations;
using Grainline.Tickets;
using static Grainline.Tests.Conversations.People;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets.Lists;

public sealed class SearchProjectionTests
{
    [Fact]
    public async Task Search_Tickets_BySubjectCommentTagNumberAndRequester()
    {
        await using var host = await Start();
        await host.Created(command: Creation(comment: Say("The left speaker crackles")));
        await host.Ticket().Does(Amy, new AddTags(["\u52A0\u6025"]), Note("\u5BA2\u6237\u8981\u6C42\u9000\u6B3E"));
        await host.Created("t2", Creation(Boss, Billing));
        var lists = await host.Lists();
        foreach (var text in new[] { "broken speak", "crackles", "\u52A0\u6025", "\u9000\u6B3E" })
            Assert.Equal(text == "broken speak" ? [] : ["t1"], (await lists.Search(text)).Select(hit => hit.Ticket!.TicketId));
        Assert.Equal(["t1", "t2"], (await lists.Search("ada@example.com")).Select(hit => hit.Ticket!.TicketId).Order());
        var number = (await lists.Search("crackles"))[0].Ticket!.Number;
        Assert.Equal("t1", (await lists.Search($"#{number}"))[0].Ticket!.TicketId);
        Assert.Equal("The left \u0002speaker\u0003 \u0002crackles\u0003", (await lists.Search("speaker crackles"))[0].Excerpt);
        Assert.Equal(["t2"], (await lists.Search("broken", ListScene.Of("cid", Billing))).Select(hit => hit.Ticket!.TicketId));
        Assert.Equal(["t1"], (await lists.Search("broken", filter: new(Tags: ["\u52A0\u6025"]))).Select(hit => hit.Ticket!.TicketId));
        Assert.Equal(["t2"], (await lists.Search(null, filter: new(Teams: [Billing]))).Select(hit => hit.Ticket!.TicketId));
    }

    [Fact]
    public async Task Search_ATicketThatWasRenamed_IsFoundByItsNewSubjectOnly()
    {
        await using var host = await Start();
        await host.Created();
        await host.Ticket().Does(Amy, new AddTags(["early"]));
        await host.Lists();
        await host.Ticket().Does(Amy, new SetSubject("Delivered twice"));
        await host.Ticket().Does(Amy, new RemoveTags(["early"]), new AddTags(["late"]));
        var lists = await host.Lists();
        Assert.Empty(await lists.Search("broken"));
        Assert.Empty(await lists.Search("early"));
        Assert.Single(await lists.Search("delivered late"));
    }

    [Fact]
    public async Task Search_Conversations_HasMessagesAndNotesOfOnesQueues()
    {
        await using var host = await Start();
        await host.Conversation("c1").Open(Opening());
        await host.Conversation("c1").Post(new(Visitor(), "m1", "where is my parcel"));
        await host.Conversation("c1").Post(new(Supervisor, "n1", "parcel lost, says the carrier", MessageKind.Note));
        var lists = await host.Lists();
        var hit = Assert.Single(await lists.Search("parcel"));
        Assert.Equal("c1", hit.Conversation!.ConversationId);
        Assert.NotNull(hit.Seq);
        Assert.Single(await lists.Search("carrier", ListScene.Of("amy"), queues: ["support"]));
        Assert.Empty(await lists.Search("carrier", ListScene.Of("amy"), queues: ["returns"]));
    }
}
