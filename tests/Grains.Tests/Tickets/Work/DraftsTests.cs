using Grainline.Agents;
using Grainline.Refusals;
using Grainline.Tests.Hosting;
using Grainline.Tickets.Work;

namespace Grainline.Tests.Tickets.Work;

public sealed class DraftsTests
{
    [Fact]
    public async Task Save_AndRestarted_IsKeptNewestFirst()
    {
        await using var host = await GrainHost.Start();
        Assert.Empty(await Drafts(host).All());
        var first = (await Drafts(host).Save(new("ticket/t1", "reply", "Dear"))).Value!;
        await Drafts(host).Save(new("conversation/c1", "note", "Look"));
        var second = (await Drafts(host).Save(new("ticket/t1", "reply", "Dear Ada", first.Version))).Value!;
        await host.Restart();
        Assert.Equal([("ticket/t1", "Dear Ada", second.Version), ("conversation/c1", "Look", 2)], (await Drafts(host).All()).Select(d => (d.Subject, d.Text, d.Version)));
        Assert.Empty(await host.Grains.Drafts(new AgentKey(GrainHost.Tenant, "li")).All());
    }

    [Fact]
    public async Task Save_OlderThanTheStored_IsRefused()
    {
        await using var host = await GrainHost.Start();
        var first = (await Drafts(host).Save(new("new", "reply", "a"))).Value!;
        var second = (await Drafts(host).Save(new("new", "reply", "b"))).Value!;
        Assert.Equal(ErrorCode.TicketChanged, (await Drafts(host).Save(new("new", "reply", "c", first.Version))).Refusal!.Code);
        Assert.True((await Drafts(host).Save(new("new", "reply", "c", second.Version))).Succeeded);
        Assert.Equal("c", Assert.Single(await Drafts(host).All()).Text);
    }

    [Fact]
    public async Task Save_EmptyText_RemovesAndLaterOnesAreNewer()
    {
        await using var host = await GrainHost.Start();
        await Drafts(host).Save(new("new", "reply", "a"));
        var removed = (await Drafts(host).Save(new("new", "reply", ""))).Value!;
        Assert.Empty(await Drafts(host).All());
        Assert.Empty((await Drafts(host).Save(new("new", "reply", ""))).Value!.Text);
        Assert.True((await Drafts(host).Save(new("new", "reply", "b"))).Value!.Version > removed.Version);
    }

    [Fact]
    public async Task Save_MoreThanTwoHundred_DropsTheOldest()
    {
        await using var host = await GrainHost.Start();
        foreach (var i in Enumerable.Range(0, 201))
            Assert.True((await Drafts(host).Save(new($"ticket/t{i}", "reply", "x"))).Succeeded);
        var kept = await Drafts(host).All();
        Assert.Equal((200, "ticket/t200", "ticket/t1"), (kept.Length, kept[0].Subject, kept[^1].Subject));
    }

    [Theory]
    [InlineData("ticket/", "reply", "x", ErrorCode.InvalidArgument)]
    [InlineData("ticket/a/b", "reply", "x", ErrorCode.InvalidArgument)]
    [InlineData("queue/a", "reply", "x", ErrorCode.InvalidArgument)]
    [InlineData("new", "letter", "x", ErrorCode.InvalidArgument)]
    [InlineData("new", "note", null, ErrorCode.TextTooLong)]
    public void MaySave_Unfit_IsRefused(string subject, string kind, string? text, ErrorCode code) =>
        Assert.Equal(code, DraftRules.MaySave(null, new(subject, kind, text ?? new string('x', Limits.TextLength + 1)))?.Code);

    private static IDraftsGrain Drafts(GrainHost host) => host.Grains.Drafts(new AgentKey(GrainHost.Tenant, "amy"));
}
