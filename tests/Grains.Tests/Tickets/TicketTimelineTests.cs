using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Tickets;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets;

public sealed class TicketTimelineTests
{
    [Fact]
    public async Task Entries_OfChanges_SayWhatWasBefore()
    {
        await using var host = await Start();
        await host.Created(command: Creation(form: "order", fields: """{"order":"A-1"}"""));
        Done(await host.Ticket().Apply(new(Amy, "r", [new SetSubject("Broken"), new SetPriority(Priority.High), new SetFields(new("""{"order":null,"count":2}""")), new AddTags(["x"])], Macro: "Sort")));
        var changed = (await host.Ticket().Entries(Amy)).Single(e => e.Kind == "changed");
        Assert.Equal(("Sort", "amy"), (changed.Macro, changed.By.Id));
        Assert.Equal(
            [("subject", "\"It is broken\"", "\"Broken\""), ("priority", "\"normal\"", "\"high\""), ("tags", "[]", "[\"x\"]"), ("fields.order", "\"A-1\"", null), ("fields.count", null, "2")],
            changed.Changes.Select(c => (c.Field, c.From?.Text, c.To?.Text)));
    }

    [Fact]
    public async Task Timeline_InPages_IsComplete()
    {
        await using var host = await Start();
        await host.Created();
        for (var i = 0; i < 30; i++)
            await host.Ticket().Does(Amy, Note($"{i}"));
        await host.Restart();
        var (after, texts, pages) = (0L, new List<string?>(), 0);
        while (true)
        {
            var page = Done(await host.Ticket().Timeline(new(Amy, after, 7)));
            texts.AddRange(page.Entries.Where(e => e.Kind == "note").Select(e => e.Text));
            pages++;
            if (page.Entries.IsEmpty || (after = page.Entries[^1].Seq) >= page.Head)
                break;
        }

        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{i}"), texts);
        Assert.InRange(pages, 4, 6);
    }

    [Fact]
    public async Task AsOf_BeforeItWasCreated_IsNotFound()
    {
        await using var host = await Start();
        var before = host.Clock.GetUtcNow().AddSeconds(-1);
        await host.Created();
        Refused(ErrorCode.TicketNotFound, await host.Ticket().AsOf(Amy, before));
    }
}
