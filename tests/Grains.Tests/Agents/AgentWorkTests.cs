using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Security;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;
using static Grainline.Tests.Shifts.Hours;

namespace Grainline.Tests.Agents;

/// <summary>Sizes, shifts, missed offers: what an agent is given and what is held against it.</summary>
public sealed class AgentWorkTests
{
    [Fact]
    public async Task Snapshot_AfterAProfileAndWork_HasAllThatRoutingNeeds()
    {
        await using var host = await GrainHost.Start("amy");
        var profile = new AgentProfile("Amy", 5, [GrainHost.Queue], [new("refunds", 4)], ["en", "zh"], new("UTC", Always, []));
        Assert.True((await host.Grains.Tenant(GrainHost.Tenant).ConfigureAgent("amy", profile)).Succeeded);
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await host.Agent("amy").Take(new("c1", null, await View(host), Force: false, new(2, false)))).Succeeded);
        Assert.True((await host.Agent("amy").Take(new("c2", null, await View(host), Force: false, new(3, true)))).Succeeded);
        await host.Restart();

        var snapshot = await host.Agent("amy").Snapshot();
        Assert.Equal((2, 3, 5), (snapshot.Load, snapshot.InterruptibleLoad, snapshot.Capacity));
        Assert.Equal(host.Clock.GetUtcNow(), snapshot.IdleSince);
        Assert.Equal([new("refunds", 4)], snapshot.Skills!.Value);
        Assert.Equal(["en", "zh"], snapshot.Languages!.Value);
        Assert.Equal("UTC", snapshot.Shift!.TimeZone);
    }

    [Fact]
    public async Task Configure_TheSameProfileAgain_WritesNothing()
    {
        await using var host = await GrainHost.Start("amy");
        var profile = new AgentProfile("Amy", 5, [GrainHost.Queue], [new("refunds", 4)], ["en"], new("UTC", Always, []));
        await host.Agent("amy").Configure(profile);
        var written = (await host.Agent("amy").Snapshot()).Version;
        await host.Agent("amy").Configure(profile with { Skills = [new("refunds", 4)], Shift = new("UTC", [.. Always], []) });
        Assert.Equal(written, (await host.Agent("amy").Snapshot()).Version);
        await host.Agent("amy").Configure(profile with { Skills = [new("refunds", 5)] });
        Assert.Equal(written + 1, (await host.Agent("amy").Snapshot()).Version);
    }

    [Fact]
    public async Task Reserve_OutsideTheShift_IsRefusedButWhatIsServedStays()
    {
        await using var host = await GrainHost.Start("amy");
        var today = host.Clock.GetUtcNow();
        var opens = new TimeOnly(today.Hour, today.Minute).AddHours(2);
        await host.Agent("amy").Configure(new("Amy", 4, [GrainHost.Queue], Shift: new("UTC", [new(today.AddHours(2).DayOfWeek, opens, opens.AddHours(1))], [])));
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        Assert.True((await host.Agent("amy").Take(new("c0", null, await View(host)))).Succeeded, "by hand");
        Assert.False((await host.Agent("amy").Reserve(Slot(host, "c1"))).Held);
        Assert.Equal(["c0"], (await host.Agent("amy").Inbox()).Value!.Conversations);
    }

    [Fact]
    public async Task Take_OfAConversationWhoseOfferIsHeld_UsesThatSlot()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        Assert.True((await host.Agent("amy").Reserve(Slot(host, "c1", new(2, false)))).Held);
        Assert.True((await host.Agent("amy").Take(new("c1", null, await View(host), Force: false, new(2, false)))).Succeeded, "it has the room already");
        var inbox = (await host.Agent("amy").Inbox()).Value!;
        Assert.Equal((2, 0), (inbox.Load.Load, inbox.Offers.Length));
        Assert.Equal(["c1"], inbox.Conversations);
    }

    [Fact]
    public async Task Take_Forced_GoesBeyondTheCapacityAndCounts()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        var view = await View(host);
        foreach (var i in Enumerable.Range(0, 3))
            Assert.True((await host.Agent("amy").Take(new($"c{i}", null, view, Force: true))).Succeeded);
        Assert.Equal(3, (await host.Agent("amy").Inbox()).Value!.Load.Load);
        Assert.False((await host.Agent("amy").Reserve(Slot(host, "c9"))).Held);
        Assert.Equal(ErrorCode.AgentAtCapacity, (await host.Agent("amy").Take(new("c9", null, view))).Refusal?.Code);
    }

    [Fact]
    public async Task Release_Expired_SetsAwayOnlyWhenTheAgentWasThereAllTheTime()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        await host.Agent("amy").Reserve(Slot(host, "c1"));
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await host.Restart();
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.Agent("amy").Release(new("c1", "c1.1", "expired", null));
        var inbox = await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Offers.IsEmpty);
        Assert.Equal(AgentStatus.Available, inbox.Value!.Load.Status);

        await host.Agent("amy").Reserve(Slot(host, "c2"));
        await host.Agent("amy").Release(new("c2", "c2.1", "expired", null));
        inbox = await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Offers.IsEmpty);
        Assert.Equal((AgentStatus.Away, "missed-offer"), (inbox.Value!.Load.Status, inbox.Value.Load.Reason));
    }

    [Fact]
    public async Task SetAvailability_ReasonTooLong_IsRefused()
    {
        await using var host = await GrainHost.Start("amy");
        Assert.True((await host.Agent("amy").SetAvailability(new(AgentStatus.Away, new string('x', 64)))).Succeeded);
        Assert.Equal(ErrorCode.InvalidArgument, (await host.Agent("amy").SetAvailability(new(AgentStatus.Away, new string('x', 65)))).Refusal?.Code);
    }

    private static async Task<ConversationView> View(GrainHost host)
    {
        await host.Conversation("elsewhere").Open(Opening() with { Queue = GrainHost.OtherQueue });
        return (await host.Conversation("elsewhere").View(Supervisor)).Value!;
    }

    private static OfferView Slot(GrainHost host, string id, WorkSize? work = null) => new(
        $"{id}.1", new(id, GrainHost.Queue, Ada, null, null, null, host.Clock.GetUtcNow()), host.Clock.GetUtcNow(), host.Clock.GetUtcNow() + TimeSpan.FromSeconds(30), work);
}
