using System.Text.Json;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Tickets;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets;

/// <summary>Tickets that have seen much: what a snapshot keeps is what the stream says.</summary>
public sealed class TicketLengthTests
{
    [Fact]
    public async Task Ticket_LongerThanASnapshot_IsTheSameAfterARestart()
    {
        await using var host = await Start();
        await host.Created(command: Creation(form: "order", fields: """{"order":"A-1"}""", assignee: "bob"));
        await host.Created("t2");
        Done(await host.Ticket().Link(new(Amy, TicketLinkKind.ChildOf, "t2")));
        await host.Ticket().Does(Amy, new AddTags(["a", "ß"]), new Watch("cid"), new SetPriority(Priority.Urgent), Say("Hello"));
        Done(await host.Ticket().Take(new AbsorbTicket("m", Amy, "t9", 9, [], ["extra"], [])));
        var first = new ApplyToTicket(Amy, "first", [Note("first")]);
        Done(await host.Ticket().Apply(first));
        await Task.WhenAll(Enumerable.Range(0, 450).Select(i => host.Ticket().Apply(new(Amy, $"r{i}", [Note($"{i}")]))));
        var before = Done(await host.Ticket().View(Amy));
        Assert.True(before.Version > 450);
        await host.Restart();
        Assert.Equal(JsonSerializer.Serialize(before), JsonSerializer.Serialize(Done(await host.Ticket().View(Amy))));
        Assert.True(Done(await host.Ticket().Apply(first)).Duplicate);
        Assert.Equal(before.Version, Done(await host.Ticket().View(Amy)).Version);
        Assert.Equal(["a", "ß"], Done(await host.Ticket().Take(new PartAgain("m", Amy))).Tags);
        Refused(ErrorCode.TicketChanged, await host.Ticket().Apply(new(Amy, "late", [Note("late")], before.Version)));
    }

    [Fact]
    public async Task Bounds_OfATicket_AreKept()
    {
        await using var host = await Start();
        await host.Created();
        await host.Ticket().Does(Amy, new AddTags([.. Enumerable.Range(0, 50).Select(i => $"tag{i}")]));
        Refused(ErrorCode.InvalidArgument, await host.Ticket().Tries(Amy, new AddTags(["more"])));
        Refused(ErrorCode.InvalidArgument, await host.Ticket().Tries(Amy, [.. Enumerable.Range(0, 51).Select(_ => new Watch())]));
        Refused(ErrorCode.InvalidArgument, await host.Ticket().Tries(Amy));
        Refused(ErrorCode.TextTooLong, await host.Ticket().Tries(Amy, new SetSubject(new('x', 201))));
        Refused(ErrorCode.TextTooLong, await host.Ticket().Tries(Amy, Note(new('x', Limits.TextLength + 1))));
        Refused(ErrorCode.InvalidArgument, await host.Ticket().Tries(Amy, new SetFields(new("{\"order\":\"" + new string('x', 33_000) + "\"}"))));
        Refused(ErrorCode.InvalidArgument, await host.Ticket().Tries(Amy, new SetFields(new("not json"))));
    }
}
