using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Grainline.Routing;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets;

/// <summary>Whatever people do to a ticket: what is read back of any instant is what was shown then.</summary>
public sealed class TicketHistoryProperties
{
    private static readonly Gen<TicketAction> AnyAction = Gen.Frequency(
        (2, Gen.Elements("One", "Two", "Three").Select(s => (TicketAction)new SetSubject(s))),
        (2, Gen.Elements(Priority.Low, Priority.Normal, Priority.High, Priority.Urgent).Select(p => (TicketAction)new SetPriority(p))),
        (3, Gen.Elements("""{"order":"A-1"}""", """{"count":3}""", """{"order":null,"count":4}""", """{"count":null}""", """{"wrong":1}""").Select(f => (TicketAction)new SetFields(new(f)))),
        (2, Gen.SubListOf("a", "b", "c", "d").Select(t => (TicketAction)new AddTags([.. t]))),
        (2, Gen.SubListOf("a", "b", "c", "d").Select(t => (TicketAction)new RemoveTags([.. t]))),
        (2, Gen.Elements("amy", "bob", "cid", "me", null).Select(a => (TicketAction)new AssignTicket(a))),
        (3, Gen.Elements("pend", "hold", "resume", "solve", "reopen").Select(t => (TicketAction)new TriggerState(t))),
        (3, Gen.Elements(Say("Hello @bob"), Note("Look at this"), Say("谢谢")).Select(c => (TicketAction)c)),
        (1, Gen.Elements("amy", "bob", null).Select(a => (TicketAction)new Watch(a))),
        (1, Gen.Elements("amy", "bob", null).Select(a => (TicketAction)new Unwatch(a))));

    private static readonly Gen<(Actor By, TicketAction[] Actions)[]> AnyStory = Gen.NonEmptyListOf(
        from who in Gen.Frequency((4, Gen.Elements(Amy, Bob, Boss)), (1, Gen.Constant(Ada)))
        from actions in Gen.NonEmptyListOf(AnyAction)
        select (who, actions.Take(6).ToArray())).Select(story => story.Take(15).ToArray());

    [Fact]
    public async Task AsOf_EveryInstant_IsWhatWasShownThen()
    {
        await using var host = await Start();
        var stories = 0;
        Prop.ForAll(Arb.From(AnyStory), story => Holds(host, $"p{++stories}", story)).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
        Assert.True(stories > 10);
    }

    private static async Task<bool> Holds(GrainHost host, string id, (Actor By, TicketAction[] Actions)[] story)
    {
        var ticket = host.Ticket(id);
        var shown = new List<(DateTimeOffset At, string View)> { (host.Clock.GetUtcNow(), Past(await host.Created(id, Creation(form: "order")))) };
        foreach (var (by, actions) in story)
        {
            host.Clock.Advance(TimeSpan.FromMilliseconds(700));
            var before = Done(await ticket.View(Boss)).Version;
            var outcome = await ticket.Tries(by, actions);
            var view = Done(await ticket.View(Boss));
            Assert.True(outcome.Succeeded || view.Version == before, "A refused change has left something behind.");
            shown.Add((host.Clock.GetUtcNow(), Past(view)));
        }

        foreach (var (at, view) in shown)
        {
            Assert.Equal(view, Past(Done(await ticket.AsOf(Boss, at))));
            Assert.Equal(view, Past(Done(await ticket.AsOf(Boss, at.AddMilliseconds(699)))));
        }

        return true;
    }

    /// <summary>Without what has no past: what may be done, and who looks.</summary>
    private static string Past(TicketView view) => JsonSerializer.Serialize(view with { Triggers = [], Present = [] });
}
