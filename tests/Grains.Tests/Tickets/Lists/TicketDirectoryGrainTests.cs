using System.Text.Json;
using Grainline.Tests.Hosting;
using Grainline.Tickets.Lists;

namespace Grainline.Tests.Tickets.Lists;

/// <summary>The door asks over grains what the directory knows.</summary>
public sealed class TicketDirectoryGrainTests
{
    [Fact]
    public async Task EveryQuestion_OverTheGrain_HasTheDirectorysAnswer()
    {
        await using var host = await TicketScene.Start();
        await host.Created("t1", TicketScene.Creation(comment: TicketScene.Say("It does not start.")));
        var lists = await host.Lists();
        var (grain, everybody, none) = (host.Grains.TicketDirectory(), ListScene.Everybody, CancellationToken.None);
        var now = host.Clock.GetUtcNow();
        var audit = new AuditQuery(GrainHost.Tenant, "amy", now.AddDays(-1), now.AddDays(1), null, 10);

        Same(await lists.List(), await grain.List(new(everybody, new(), TicketOrder.Number, false, null, 50), none));
        Same(await lists.Changes(0), await grain.Changes(new(everybody, new(), 0, 1_000), none));
        Same(await lists.Search("start"), (await grain.Search(new(everybody, null, "start", null, true, null, 20), none)).Value!.Items);
        Same(await lists.AuditAsync(audit, none), await grain.Audit(audit, none));
        Assert.Equal([1, 0], await grain.Count(everybody, [new(), new(Tags: ["vip"])], none));
        Assert.Single((await lists.List()).Items);
    }

    private static void Same<T>(T expected, T actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}
