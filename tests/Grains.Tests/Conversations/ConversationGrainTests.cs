using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Conversations;

public sealed class ConversationGrainTests
{
    [Fact]
    public async Task Accept_OfferedConversation_AssignsAndBothSeeEverything()
    {
        await using var host = await GrainHost.Start("amy");
        var amy = host.Agent("amy");
        var conversation = host.Conversation("c1");
        Assert.True((await conversation.Open(Opening())).Succeeded);
        Assert.True((await conversation.Post(new(Visitor(), "m1", "hello"))).Succeeded);
        Assert.True((await amy.SetAvailability(new(AgentStatus.Available, null))).Succeeded);

        var inbox = await Eventually.Becomes(() => amy.Inbox(), i => i.Value!.Offers.Length == 1);
        var offer = inbox.Value!.Offers[0];
        Assert.StartsWith("c1.", offer.OfferId, StringComparison.Ordinal);
        var accepted = await conversation.Accept(new(Agent("amy"), offer.OfferId));
        Assert.Null(accepted.Refusal);
        Assert.Equal(ConversationStatus.Assigned, accepted.Value!.Status);
        Assert.True((await conversation.Post(new(Agent("amy"), "a1", "hi Ada"))).Succeeded);

        var page = (await conversation.Sync(new(Visitor(), 0, 200))).Value!;
        Assert.Equal(["opened", "hello", "assigned", "hi Ada"], page.Messages.Select(m => m.Text));
        Assert.Equal(page.Head, page.Messages[^1].Seq);
        Assert.All(page.Messages.Zip(page.Messages.Skip(1)), p => Assert.Equal(p.First.Seq, p.Second.Prev));
        Assert.Equal(1, (await amy.Inbox()).Value!.Load.Load);
    }

    [Fact]
    public async Task Post_SameClientMessageId_IsAnsweredFromTheFirst()
    {
        await using var host = await GrainHost.Start();
        var conversation = host.Conversation("c1");
        await conversation.Open(Opening());
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => conversation.Post(new(Visitor(), "same", "once"))));
        Assert.Single(answers.Select(a => a.Value!.Seq).Distinct());
        Assert.Single(answers, a => !a.Value!.Duplicate);
        await host.Restart();
        var again = (await host.Conversation("c1").Post(new(Visitor(), "same", "once"))).Value!;
        Assert.True(again.Duplicate);
        Assert.Equal(answers[0].Value!.Seq, again.Seq);
    }

    [Fact]
    public async Task Post_FarOlderThanTheWindow_IsStillADuplicate()
    {
        await using var host = await GrainHost.Start();
        var conversation = host.Conversation("c1");
        await conversation.Open(Opening());
        var first = (await conversation.Post(new(Visitor(), "m0", "0"))).Value!;
        await Task.WhenAll(Enumerable.Range(1, 700).Select(i => conversation.Post(new(Visitor(), $"m{i}", "x"))));
        var again = (await conversation.Post(new(Visitor(), "m0", "0"))).Value!;
        Assert.Equal((first.Seq, first.At, true), (again.Seq, again.At, again.Duplicate));
    }

    [Fact]
    public async Task Sync_PagesFromTheJournal_AreCompleteAndLinked()
    {
        await using var host = await GrainHost.Start();
        var conversation = host.Conversation("c1");
        await conversation.Open(Opening());
        await Task.WhenAll(Enumerable.Range(1, 600).Select(i =>
            conversation.Post(new(i % 3 == 0 ? Supervisor : Visitor(), $"m{i}", $"{i}", i % 3 == 0 ? MessageKind.Note : MessageKind.Text))));
        await host.Restart();
        conversation = host.Conversation("c1");
        var (last, texts) = (0L, new List<string>());
        while (true)
        {
            var page = (await conversation.Sync(new(Visitor(), last, 50))).Value!;
            foreach (var message in page.Messages)
            {
                Assert.Equal(last, message.Prev);
                last = message.Seq;
                texts.Add(message.Text);
            }

            if (last == page.Head)
                break;
        }

        Assert.Equal(400, texts.Count - 1);
        Assert.DoesNotContain("3", texts);
    }

    [Fact]
    public async Task Open_Twice_IsOneConversation()
    {
        await using var host = await GrainHost.Start();
        var conversation = host.Conversation("c1");
        var views = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => conversation.Open(Opening())));
        Assert.All(views, v => Assert.True(v.Succeeded));
        Assert.Single((await conversation.Sync(new(Visitor(), 0, 200))).Value!.Messages);
    }

    [Theory]
    [InlineData("eve", ActorKind.Visitor)]
    [InlineData("bob", ActorKind.Agent)]
    public async Task Anything_ByAStranger_FindsNoConversation(string id, ActorKind kind)
    {
        await using var host = await GrainHost.Start();
        var conversation = host.Conversation("c1");
        await conversation.Open(Opening());
        var stranger = new Actor(kind, id, id, kind == ActorKind.Agent ? StaffRoles.Agent : StaffRoles.None);
        Assert.Equal(ErrorCode.ConversationNotFound, (await conversation.Sync(new(stranger, 0, 10))).Refusal!.Code);
        Assert.Equal(ErrorCode.ConversationNotFound, (await conversation.Post(new(stranger, "m", "x"))).Refusal!.Code);
        Assert.Equal(ErrorCode.ConversationNotFound, (await conversation.Read(new(stranger, 1))).Refusal!.Code);
        Assert.Equal(ErrorCode.ConversationNotFound, (await conversation.Close(stranger)).Refusal!.Code);
    }

    [Fact]
    public async Task Sync_ByTheHolderOfAnOfferThatTheConversationHasNotHeardOf_IsAnswered()
    {
        await using var host = await GrainHost.Start("amy", "li");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        var offer = new OfferView("c1.1-1", new("c1", GrainHost.Queue, Ada, null, null, null, host.Clock.GetUtcNow()), host.Clock.GetUtcNow(), host.Clock.GetUtcNow().AddSeconds(30));
        Assert.True((await host.Agent("amy").Reserve(offer)).Held);
        await host.Conversation("c1").Open(Opening());

        Assert.True((await host.Conversation("c1").Sync(new(Agent("amy"), 0, 10))).Succeeded);
        Assert.Equal(ErrorCode.ConversationNotFound, (await host.Conversation("c1").Sync(new(Agent("li"), 0, 10))).Refusal!.Code);
    }

    [Fact]
    public async Task Anything_OnAnUnknownId_LeavesNoTraceInTheJournal()
    {
        await using var host = await GrainHost.Start();
        var before = host.Journal.CommittedPosition;
        Assert.Equal(ErrorCode.ConversationNotFound, (await host.Conversation("nowhere").Sync(new(Visitor(), 0, 10))).Refusal!.Code);
        Assert.Equal(ErrorCode.ConversationNotFound, (await host.Conversation("nowhere").Post(new(Visitor(), "m", "x"))).Refusal!.Code);
        Assert.Equal(before, host.Journal.CommittedPosition);
    }

    [Fact]
    public async Task Post_AfterResolve_ReopensAndQueues()
    {
        await using var host = await GrainHost.Start();
        var conversation = host.Conversation("c1");
        await conversation.Open(Opening());
        Assert.Equal(ConversationStatus.Resolved, (await conversation.Resolve(Supervisor)).Value!.Status);
        Assert.Equal(ErrorCode.ConversationEnded, (await conversation.Post(new(Supervisor, "s1", "too late"))).Refusal!.Code);
        Assert.True((await conversation.Post(new(Visitor(), "m1", "one more thing"))).Succeeded);
        Assert.Equal(ConversationStatus.Queued, (await conversation.View(Visitor())).Value!.Status);
    }

    [Fact]
    public async Task Resolved_AfterTheReopenWindow_IsClosedForGood()
    {
        await using var host = await GrainHost.Start();
        var conversation = host.Conversation("c1");
        await conversation.Open(Opening());
        await conversation.Resolve(Supervisor);
        host.Clock.Advance(TimeSpan.FromHours(24));
        await Eventually.Becomes(
            () =>
            {
                // The leap may have timed out a call in flight: its retry needs the clock to move on.
                host.Clock.Advance(TimeSpan.FromSeconds(1));
                return Eventually.Answers(() => conversation.View(Visitor()));
            },
            v => v.Value!.Status == ConversationStatus.Closed);
        Assert.Equal(ErrorCode.ConversationEnded, (await conversation.Post(new(Visitor(), "m1", "hello?"))).Refusal!.Code);
        Assert.True((await conversation.Rate(new(Visitor(), 5, null))).Succeeded);
        Assert.Equal(ErrorCode.AlreadyRated, (await conversation.Rate(new(Visitor(), 1, null))).Refusal!.Code);
    }

    [Fact]
    public async Task Decline_OfAnOfferThatNobodyHolds_IsRefused()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Conversation("c1").Open(Opening());
        Assert.Equal(ErrorCode.OfferGone, (await host.Conversation("c1").Decline(new(Agent("amy"), "c1.9-9", null))).Refusal!.Code);
    }
}
