using Grainline.Refusals;
using Grainline.Tests.Hosting;
using Grainline.Tickets.Lists;

namespace Grainline.Tests.Tickets.Lists;

public sealed class SavedViewsTests
{
    private static readonly Actor Amy = new(ActorKind.Agent, "amy", "Amy", StaffRoles.Agent);
    private static readonly Actor Sam = new(ActorKind.Agent, "sam", "Sam", StaffRoles.Supervisor);
    private static readonly SavedView Own = new("urgent", "Urgent", "amy", new("""{"priorities":["urgent"]}"""), TicketOrder.Due, false, ["number", "subject"], 0);

    [Fact]
    public async Task For_ATenantThatSavedNone_HasFiveSharedOnes()
    {
        await using var host = await GrainHost.Start();
        Assert.Equal(["mine", "unassigned", "open", "due-soon", "recently-solved"], (await Views(host).For("amy")).Select(v => v.Id));
    }

    [Fact]
    public async Task Save_OnesOwn_IsSeenByOneselfOnlyAndKept()
    {
        await using var host = await GrainHost.Start();
        Assert.True((await Views(host).Save(Amy, Own)).Succeeded);
        Assert.True((await Views(host).Save(Amy, Own with { Name = "Very urgent" })).Succeeded);
        await host.Restart();
        Assert.Equal("Very urgent", (await Views(host).For("amy"))[^1].Name);
        Assert.Equal(6, (await Views(host).For("amy")).Length);
        Assert.Equal(5, (await Views(host).For("li")).Length);
    }

    [Fact]
    public async Task Save_AnothersOrShared_IsRefused()
    {
        await using var host = await GrainHost.Start();
        await Views(host).Save(Amy, Own);
        Assert.Equal(ErrorCode.Forbidden, (await Views(host).Save(Sam, Own)).Refusal!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await Views(host).Save(Sam, Own with { Owner = "sam" })).Refusal!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await Views(host).Save(Amy, Own with { Id = "open", Owner = null })).Refusal!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await Views(host).Remove(Amy, "open")).Refusal!.Code);
        Assert.Equal(ErrorCode.DefinitionNotFound, (await Views(host).Remove(Sam, "urgent")).Refusal!.Code);
        Assert.True((await Views(host).Save(Sam, Own with { Id = "all-urgent", Owner = null })).Succeeded);
        Assert.True((await Views(host).Remove(Sam, "open")).Succeeded);
        Assert.Equal(["mine", "all-urgent", "unassigned", "due-soon", "recently-solved", "urgent"], (await Views(host).For("amy")).Select(v => v.Id));
    }

    [Fact]
    public async Task Save_Unfit_IsRefused()
    {
        await using var host = await GrainHost.Start();
        Assert.All(
            [Own with { Id = "a b" }, Own with { Name = "" }, Own with { FilterJson = new("[]") }, Own with { FilterJson = new("{") }, Own with { Columns = default }, Own with { Order = -1 }],
            view => Assert.Equal(ErrorCode.InvalidArgument, SavedViewRules.MaySave(SavedViewsState.Initial, Amy, view)?.Code));
        foreach (var i in Enumerable.Range(0, SavedViewRules.MostOfOne))
            Assert.True((await Views(host).Save(Amy, Own with { Id = $"v{i}" })).Succeeded);
        Assert.Equal("There are 100 views already.", (await Views(host).Save(Amy, Own)).Refusal!.Message);
        Assert.True((await Views(host).Save(Amy, Own with { Id = "v7", Name = "Seven" })).Succeeded);
    }

    private static ISavedViewsGrain Views(GrainHost host) => host.Grains.SavedViews(GrainHost.Tenant);
}
