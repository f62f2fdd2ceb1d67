using System.Text.Json;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using Grainline.Tickets.Lists;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets.Lists;

/// <summary>Lists and search are folds of the journal: built again, from batches that come twice or after an end in the middle, they are the same.</summary>
public sealed class RebuildTests
{
    [Fact]
    public async Task Rebuild_FromZero_GivesTheSameListsSearchAndAudit()
    {
        await using var host = await Start();
        await Work(host);
        var before = await Picture(await host.Lists(), host);
        await host.Restart(folder =>
        {
            foreach (var file in Directory.GetFiles(folder, "views.db*"))
                File.Delete(file);
        });
        Assert.Equal(before, await Picture(await host.Lists(), host));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Rebuild_ThatIsCutShortAndRepeated_GivesTheSame(int batch)
    {
        await using var host = await Start();
        await Work(host);
        var before = await Picture(await host.Lists(), host);
        using var views = new EmptyViews();
        var done = 0L;
        foreach (var chunk in (await host.Journal.ReadAllAsync(0, 1_000)).Chunk(batch))
        {
            // The process ends between the rows and their checkpoint: the same entries come again, with some more.
            await views.Follow(host, chunk[(chunk.Length - 1) / 2].Position);
            await views.Forget(done);
            await views.Follow(host, done = chunk[^1].Position);
        }

        Assert.Equal(before, await Picture(views.Directory(host), host));
    }

    private static async Task Work(GrainHost host)
    {
        await host.Created("t1", Creation(form: "order", fields: """{"order":"A-1"}""", comment: Say("It does not start.")));
        await host.Created("t2", Creation(Boss, Billing));
        await host.Ticket("t1").Does(Amy, new AddTags(["vip", "late"]), new AssignTicket("bob"), new Watch("cid"));
        await host.Ticket("t1").Does(Bob, new RemoveTags(["late"]), new SetSubject("It does not start"), Note("camera"), new TriggerState("solve"));
        await host.Ticket("t2").Does(Boss, Say("camera again"), new SetPriority(Grainline.Routing.Priority.High));
    }

    private static async Task<string> Picture(TicketDirectory lists, GrainHost host)
    {
        var now = host.Clock.GetUtcNow();
        return JsonSerializer.Serialize(new
        {
            All = (await lists.List()).Items,
            Cids = (await lists.List(ListScene.Of("cid", Billing))).Items,
            Vip = (await lists.List(filter: new(Tags: ["vip"]))).Items,
            Late = (await lists.List(filter: new(Tags: ["late"]))).Items,
            Changes = (await lists.Changes(0)).Changed,
            Words = (await lists.Search("camera")).Select(hit => (hit.Ticket?.TicketId, hit.Excerpt, hit.Seq)).Order(),
            Start = (await lists.Search("start")).Select(hit => (hit.Ticket?.TicketId, hit.Excerpt, hit.Seq)).Order(),
            Bob = (await lists.AuditAsync(new(GrainHost.Tenant, "bob", now.AddDays(-30), now.AddDays(1), null, 50), CancellationToken.None)).Items,
        });
    }
}
