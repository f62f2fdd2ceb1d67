using Grainline.Agents;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Security;
using Grainline.Tests.Hosting;

namespace Grainline.Tests.Security;

public sealed class TenantSkillsTests
{
    private static readonly Skill Refunds = new("refunds", "Refunds");
    private static readonly Skill Shipping = new("shipping", "Shipping");

    [Fact]
    public async Task ListSkills_OneThatIsUsed_IsNotTakenAwayAndTheUsersAreNamed()
    {
        await using var host = await GrainHost.Start("amy");
        var tenant = host.Grains.Tenant(GrainHost.Tenant);
        Assert.Equal([Refunds, Shipping], (await tenant.ListSkills([Refunds, Shipping])).Value);
        Assert.True((await tenant.ConfigureAgent("amy", Profile("refunds"))).Succeeded);
        var needs = new QueueNeeds([new("shipping", 2)], []);
        Assert.True((await tenant.AddQueue(GrainHost.OtherQueue, new("Returns", "least-loaded", 30, Needs: needs))).Succeeded);
        await host.Restart();
        tenant = host.Grains.Tenant(GrainHost.Tenant);

        var refusal = (await tenant.ListSkills([])).Refusal!;
        Assert.Equal(ErrorCode.SkillInUse, refusal.Code);
        Assert.Contains("refunds: agent amy", refusal.Message);
        Assert.Contains("shipping: queue returns", refusal.Message);
        Assert.Equal([Refunds, Shipping], (await tenant.Skills()).Value);

        Assert.True((await tenant.ConfigureAgent("amy", Profile())).Succeeded);
        Assert.Equal([Shipping], (await tenant.ListSkills([Shipping])).Value);
    }

    [Fact]
    public async Task ListSkills_FirstListThatLacksWhatIsUsed_IsRefused()
    {
        await using var host = await GrainHost.Start("amy");
        var tenant = host.Grains.Tenant(GrainHost.Tenant);
        Assert.True((await tenant.ConfigureAgent("amy", Profile("anything"))).Succeeded);
        Assert.True((await tenant.ListSkills([])).Succeeded);
        Assert.Equal(ErrorCode.SkillInUse, (await tenant.ListSkills([Refunds])).Refusal?.Code);
        Assert.True((await tenant.ListSkills([Refunds, new("anything", "Anything")])).Succeeded);
    }

    [Fact]
    public async Task ConfigureAgent_WithWhatTheTenantLacks_IsRefused()
    {
        await using var host = await GrainHost.Start("amy");
        var tenant = host.Grains.Tenant(GrainHost.Tenant);
        await tenant.ListSkills([Refunds]);
        var refusal = (await tenant.ConfigureAgent("amy", Profile("juggling"))).Refusal!;
        Assert.Equal(ErrorCode.InvalidArgument, refusal.Code);
        Assert.Contains("'juggling'", refusal.Message);
        var needs = new QueueNeeds([], [new("juggling", 2)]);
        Assert.Equal(ErrorCode.InvalidArgument, (await tenant.AddQueue(GrainHost.OtherQueue, new("Returns", "least-loaded", 30, Needs: needs))).Refusal?.Code);
        Assert.Equal(ErrorCode.QueueNotFound, (await tenant.ConfigureAgent("amy", Profile() with { Queues = ["no-such-queue"] })).Refusal?.Code);
        Assert.Equal(ErrorCode.AgentNotFound, (await tenant.ConfigureAgent("nobody", Profile())).Refusal?.Code);
        Assert.Equal(ErrorCode.Forbidden, (await host.Grains.Tenant("other").ConfigureAgent("amy", Profile())).Refusal?.Code);
    }

    [Fact]
    public async Task ListSkills_TwiceTheSameOrNoId_IsRefused()
    {
        await using var host = await GrainHost.Start();
        var tenant = host.Grains.Tenant(GrainHost.Tenant);
        Assert.Equal(ErrorCode.InvalidArgument, (await tenant.ListSkills([Refunds, Refunds])).Refusal?.Code);
        Assert.Equal(ErrorCode.InvalidArgument, (await tenant.ListSkills([new("two words", "No id")])).Refusal?.Code);
        Assert.Equal(ErrorCode.InvalidArgument, (await tenant.ListSkills([new("nameless", "")])).Refusal?.Code);
    }

    private static AgentProfile Profile(params string[] skills) => new("Amy", 2, [GrainHost.Queue], [.. skills.Select(s => new SkillLevel(s, 3))]);
}
