using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Tests.Conversations;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets;

public sealed class TicketOfConversationTests
{
    [Fact]
    public async Task Create_FromAConversation_LinksBothForStaff()
    {
        await using var host = await Start();
        await host.Conversation("c1").Open(People.Opening());
        var ticket = await host.Created(command: Creation(Boss, conversation: "c1") with { Requester = null });
        Assert.Equal(("c1", "ada"), (ticket.Conversation, ticket.Requester?.VisitorId));
        var view = Done(await host.Conversation("c1").View(Boss));
        Assert.Equal([("t1", ticket.Number)], view.Tickets!.Value.Select(t => (t.TicketId, t.Number)));
        Assert.Null(Done(await host.Conversation("c1").View(Ada)).Tickets);
        var seen = Done(await host.Conversation("c1").Sync(new(Boss, 0, 50))).Messages;
        Assert.Contains(seen, m => m is { Kind: MessageKind.Event, Text: "ticket" } && m.About == $"{ticket.Number}");
        Assert.DoesNotContain(Done(await host.Conversation("c1").Sync(new(Ada, 0, 50))).Messages, m => m.Text == "ticket");
        Done(await host.Ticket().Create(Creation(Boss, conversation: "c1")));
        Assert.Single(Done(await host.Conversation("c1").View(Boss)).Tickets!.Value);
    }

    [Fact]
    public async Task Create_FromAConversationThatOneDoesNotSee_IsRefused()
    {
        await using var host = await Start();
        await host.Conversation("c1").Open(People.Opening());
        Refused(ErrorCode.ConversationNotFound, await host.Ticket().Create(Creation(Amy, conversation: "c1")));
        Refused(ErrorCode.ConversationNotFound, await host.Ticket().Create(Creation(Boss, conversation: "c2")));
        Refused(ErrorCode.TicketNotFound, await host.Ticket().View(Boss));
    }

    [Fact]
    public async Task Create_CutOffBeforeTheConversationHeard_IsTold()
    {
        await using var host = await Start();
        await host.Conversation("c1").Open(People.Opening());
        host.BeforeCall = call => call.MethodName == nameof(IConversationGrain.ShowTicket) ? throw new TimeoutException("cut off") : Task.CompletedTask;
        await Assert.ThrowsAsync<TimeoutException>(() => host.Ticket().Create(Creation(Boss, conversation: "c1")));
        host.BeforeCall = static _ => Task.CompletedTask;
        await host.Restart();
        await Eventually.Becomes(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(5));
                return Eventually.Answers(() => host.Conversation("c1").View(Boss));
            },
            v => v.Value?.Tickets?.Length == 1);
    }
}
