using Grainline.Refusals;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using static Grainline.Tests.Tickets.Desk.Desks;

namespace Grainline.Tests.Tickets.Desk;

public sealed class DeskGrainTests
{
    [Fact]
    public async Task View_OfATenantThatSetUpNothing_IsTheDefaultDesk()
    {
        await using var host = await GrainHost.Start("amy", "li");
        var view = (await host.Desk().View()).Value!;
        Assert.Equal(["amy", "li"], Assert.Single(view.Teams).Members);
        Assert.Equal(("default", 1), (Assert.Single(view.Lifecycles).Id, view.Lifecycles[0].Version));
        Assert.Equal(("default", 1), (Assert.Single(view.Forms).Id, view.Forms[0].Version));
        Assert.Equal(("default", 1), (Assert.Single(view.SlaPolicies).Id, view.SlaPolicies[0].Version));
        var rules = (await host.Desk().RulesOf("default", null)).Value!;
        Assert.Equal((new("default", 1), new("default", 1), new("default", 1)), (rules.Lifecycle, rules.Form, rules.SlaPolicy));
        Assert.Empty(await host.Journal.ReadAsync($"desk/{GrainHost.Tenant}", 0, 10));
    }

    [Fact]
    public async Task SaveTeam_WithMembers_IsFollowedByRulesAndCatalogAtOnce()
    {
        await using var host = await GrainHost.Start("amy", "li");
        Assert.Equal(["amy", "li"], (await host.Catalog().Team(GrainHost.Tenant, "default"))!.Members);
        Assert.True((await host.Desk().SaveTeam(Admin, DefaultDesk.Team with { Members = ["li"] })).Succeeded);
        Assert.Equal(["li"], (await host.Catalog().Team(GrainHost.Tenant, "default"))!.Members);
        Assert.Equal(["li"], (await host.Catalog().RulesOf(GrainHost.Tenant, "default", null)).Value!.Team.Members);
        Assert.Equal("There is no agent 'zed'.", (await host.Desk().SaveTeam(Admin, DefaultDesk.Team with { Members = ["zed"] })).Refusal!.Message);
    }

    [Fact]
    public async Task PublishLifecycle_AgainAndRestarted_KeepsEveryVersion()
    {
        await using var host = await GrainHost.Start();
        var first = (await host.Desk().PublishLifecycle(Admin, "short", Short("Short"), "first")).Value!;
        var second = (await host.Desk().PublishLifecycle(Admin, "short", Short("Shorter"), null)).Value!;
        Assert.Equal((1, 2), (first.Version, second.Version));
        await host.Restart();
        Assert.Equal(["Short", "Shorter"], [(await host.Desk().Lifecycle(new("short", 1)))!.Name, (await host.Desk().Lifecycle(new("short", 2)))!.Name]);
        Assert.Null(await host.Desk().Lifecycle(new("short", 3)));
        Assert.Null(await host.Desk().Lifecycle(new("short", 0)));
        var versions = (await host.Desk().Versions(DeskKind.Lifecycle, "short")).Value;
        Assert.Equal([(2, null, "boss"), (1, "first", "boss")], versions.Select(v => (v.Version, v.Note, v.By.Id)));
        Assert.Equal(ErrorCode.DefinitionNotFound, (await host.Desk().Versions(DeskKind.Lifecycle, "long")).Refusal!.Code);
    }

    [Fact]
    public async Task PublishLifecycle_WithAFault_LeavesNoTrace()
    {
        await using var host = await GrainHost.Start();
        var refused = await host.Desk().PublishLifecycle(Admin, "short", Short("Short") with { Initial = "nowhere" }, null);
        Assert.Equal(ErrorCode.DefinitionInvalid, refused.Refusal!.Code);
        Assert.Single((await host.Desk().View()).Value!.Lifecycles);
    }

    [Fact]
    public async Task Remove_WhatSomethingNames_IsRefusedAndNamesIt()
    {
        await using var host = await GrainHost.Start("amy");
        var desk = host.Desk();
        await desk.PublishLifecycle(Admin, "short", Short("Short"), null);
        await desk.SaveTeam(Admin, new("returns", "Returns", ["amy"], "short", ["default"], null, null));
        await desk.SaveMacro(Admin, new("thanks", "Thanks", ["returns"], [new AddComment("Thank you.", true)]));
        Assert.Equal(new(ErrorCode.DefinitionInUse, "'short' is still used by team returns."), (await desk.Remove(Admin, DeskKind.Lifecycle, "short")).Refusal);
        Assert.Equal(new(ErrorCode.DefinitionInUse, "'returns' is still used by macro thanks."), (await desk.Remove(Admin, DeskKind.Team, "returns")).Refusal);
        Assert.Equal(new(ErrorCode.DefinitionNotFound, "There is no saved reply 'thanks'."), (await desk.Remove(Admin, DeskKind.SavedReply, "thanks")).Refusal);
        Assert.True((await desk.Remove(Admin, DeskKind.Macro, "thanks")).Succeeded);
        Assert.True((await desk.Remove(Admin, DeskKind.Team, "returns")).Succeeded);
        Assert.True((await desk.Remove(Admin, DeskKind.Lifecycle, "short")).Succeeded);
        Assert.Equal(["default"], (await desk.View()).Value!.Lifecycles.Select(l => l.Id));
        // Tickets may live by it still.
        Assert.NotNull(await desk.Lifecycle(new("short", 1)));
        Assert.Equal(2, (await desk.PublishLifecycle(Admin, "short", Short("Short"), null)).Value!.Version);
    }

    [Fact]
    public async Task RulesOf_UnknownTeamOrForm_IsRefused()
    {
        await using var host = await GrainHost.Start();
        Assert.Equal("There is no team 'none'.", (await host.Desk().RulesOf("none", null)).Refusal!.Message);
        Assert.Equal("The team 'default' has no form 'none'.", (await host.Desk().RulesOf("default", "none")).Refusal!.Message);
    }
}
