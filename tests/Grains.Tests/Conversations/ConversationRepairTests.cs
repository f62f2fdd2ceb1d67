using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Deadlines;
using Grainline.Refusals;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Conversations;

/// <summary>Calls that come late, twice or not at all.</summary>
public sealed class ConversationRepairTests
{
    [Fact]
    public async Task Reopen_WhoseStepsWereCutOff_IsServedAllTheSame()
    {
        await using var host = await GrainHost.Start();
        var conversation = host.Conversation("c1");
        await conversation.Open(Opening());
        await conversation.Resolve(Supervisor);
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Waiting == 0);

        // Its first clock rings out: nothing is armed that would bring it back by chance.
        host.Clock.Advance(TimeSpan.FromSeconds(31));
        await Eventually.Becomes(() => host.Grains.DeadlinesOf("acme/c1").Count(), armed => armed == 1);
        var cut = true;
        host.BeforeCall = call => cut && call.InterfaceName.Contains("DeadlineShard", StringComparison.Ordinal) && call.MethodName == "Set"
            ? throw new TimeoutException("The shard does not answer.")
            : Task.CompletedTask;
        await Assert.ThrowsAsync<TimeoutException>(() => conversation.Post(new(Visitor(), "m1", "one more thing")));
        cut = false;
        Assert.True((await conversation.Post(new(Visitor(), "m1", "one more thing"))).Succeeded);
        await Eventually.Becomes(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(1));
                return host.Routing.View();
            },
            v => v.Value!.Waiting == 1);
    }

    [Fact]
    public async Task Transfer_OfAnOfferedConversationToItsOwnQueue_DoesNotBringTheOldOfferBack()
    {
        await using var host = await GrainHost.Start("amy");
        var (conversation, offer) = await Offered(host);
        await host.Agent("amy").SetAvailability(new(AgentStatus.Busy, null));
        Assert.True((await conversation.Transfer(new(Supervisor, null, GrainHost.Queue, null))).Succeeded);
        await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Offers.IsEmpty);
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Waiting == 1);
        Assert.Equal(ConversationStatus.Queued, (await conversation.View(Supervisor)).Value!.Status);
        Assert.Equal(ErrorCode.OfferGone, (await conversation.Accept(new(Agent("amy"), offer.OfferId))).Refusal!.Code);
    }

    [Fact]
    public async Task Routed_WithAnOfferThatHasLapsed_IsNotTakenForANewOne()
    {
        await using var host = await GrainHost.Start("amy");
        var (conversation, offer) = await Offered(host);
        await conversation.Decline(new(Agent("amy"), offer.OfferId, null));
        await conversation.Routed(new("c1", null, null, offer, new("amy", "amy")));
        Assert.Equal(ErrorCode.IllegalTransition, (await conversation.Hold(Supervisor)).Refusal?.Code);
        Assert.Equal(ConversationStatus.Queued, (await conversation.View(Supervisor)).Value!.Status);
    }

    [Fact]
    public async Task Accept_RepeatedWhileTheFirstOneFails_DoesNotSucceed()
    {
        await using var host = await GrainHost.Start("amy");
        var (conversation, offer) = await Offered(host);
        await host.Journal.OpenAsync("conversation/acme/c1");
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
            await Record.ExceptionAsync(() => conversation.Accept(new(Agent("amy"), offer.OfferId)))));
        Assert.All(answers, Assert.NotNull);
    }

    [Fact]
    public async Task Offer_OfAQueueThatTheConversationHasLeft_IsCancelled()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        var notices = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.BeforeCall = call => call.MethodName == "Routed" ? notices.Task : Task.CompletedTask;
        var conversation = host.Conversation("c1");
        await conversation.Open(Opening());
        var offer = (await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Offers.Length == 1)).Value!.Offers[0];
        Assert.True((await conversation.Transfer(new(Supervisor, null, GrainHost.OtherQueue, null))).Succeeded);
        Assert.Equal(ErrorCode.OfferGone, (await conversation.Accept(new(Agent("amy"), offer.OfferId))).Refusal?.Code);
        notices.SetResult();
        await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Offers.IsEmpty);
        Assert.Equal(ConversationStatus.Queued, (await conversation.View(Supervisor)).Value!.Status);
        Assert.Equal(GrainHost.OtherQueue, (await conversation.View(Supervisor)).Value!.Queue);
    }

    [Fact]
    public async Task Post_RepeatedAfterTheEnd_IsStillADuplicate()
    {
        await using var host = await GrainHost.Start();
        var conversation = host.Conversation("c1");
        await conversation.Open(Opening());
        var first = (await conversation.Post(new(Visitor(), "m1", "thanks, bye"))).Value!;
        var words = (await conversation.Post(new(Supervisor, "s1", "bye"))).Value!;
        Assert.True((await conversation.Resolve(Supervisor)).Succeeded);
        Assert.Equal((words.Seq, true), Answer(await conversation.Post(new(Supervisor, "s1", "bye"))));
        Assert.True((await conversation.Close(Visitor())).Succeeded);
        Assert.Equal((first.Seq, true), Answer(await conversation.Post(new(Visitor(), "m1", "thanks, bye"))));
        await host.Restart();
        Assert.Equal((first.Seq, true), Answer(await host.Conversation("c1").Post(new(Visitor(), "m1", "thanks, bye"))));
        Assert.Equal(ErrorCode.ConversationNotFound, (await host.Conversation("c1").Post(new(Visitor("eve"), "m1", "thanks, bye"))).Refusal!.Code);
        Assert.Equal(ErrorCode.ConversationEnded, (await host.Conversation("c1").Post(new(Visitor(), "m2", "hello?"))).Refusal!.Code);
    }

    private static (long Seq, bool Duplicate) Answer(Outcome<Posted> outcome) =>
        outcome.Value is { } posted ? (posted.Seq, posted.Duplicate) : throw new InvalidOperationException(outcome.Refusal!.Message);

    private static async Task<(IConversationGrain Conversation, OfferView Offer)> Offered(GrainHost host)
    {
        var conversation = host.Conversation("c1");
        await conversation.Open(Opening());
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        var inbox = await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Offers.Length == 1);
        await Eventually.Becomes(() => conversation.View(Supervisor), v => v.Value!.Status == ConversationStatus.Offered);
        return (conversation, inbox.Value!.Offers[0]);
    }
}
