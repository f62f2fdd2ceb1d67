using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;
using static Grainline.Tests.Routing.QueueTools;

namespace Grainline.Tests.Routing;

public sealed class PolicyVersionTests
{
    private static readonly RoutingPolicySpec Weighted = new("weighted-score", new(1, 0, 0, 0));

    [Fact]
    public async Task Publish_AnotherPolicy_TakesTheNextDecisionAndSaysSo()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Available("amy");
        await host.Open("c1");
        await host.Offered("amy", "c1");
        var published = (await host.Routing.PublishPolicy(new(Weighted, Admin, "skills first"))).Value!;
        Assert.Equal((2, "skills first", true), (published.Version, published.Note, published.InForce));
        await host.Open("c2");
        await host.Offered("amy", "c2");
        var decided = await host.Decisions(2);
        Assert.Equal(["least-loaded", "weighted-score"], decided.Select(d => d.Text("policy")));
        Assert.Equal([1, 2], decided.Select(d => d.GetProperty("policyVersion").GetInt64()));
        Assert.Equal(new PolicyInForce("weighted-score", 2), (await host.Routing.View()).Value!.Policy);
    }

    [Fact]
    public async Task RollBack_Unnamed_BringsBackTheOneBeforeAndARestartKeepsIt()
    {
        await using var host = await GrainHost.Start();
        await host.Routing.PublishPolicy(new(Weighted, Admin));
        await host.Routing.PublishPolicy(new(new("round-robin"), Admin));
        Assert.Equal(2, (await host.Routing.RollBackPolicy(new(Admin))).Value!.Version);
        Assert.Equal(1, (await host.Routing.RollBackPolicy(new(Admin, 1))).Value!.Version);
        await host.Restart();
        var items = (await host.Routing.Policies()).Value!.Items;
        Assert.Equal([3, 2, 1], items.Select(i => i.Version));
        Assert.Equal(["round-robin", "weighted-score", "least-loaded"], items.Select(i => i.Spec.Name));
        Assert.Equal(1, items.Single(i => i.InForce).Version);
        Assert.Equal(Weighted, items[1].Spec);
        Assert.Equal(4, (await host.Routing.PublishPolicy(new(Weighted, Admin))).Value!.Version);
    }

    [Theory]
    [InlineData("none-such", 1, 1)]
    [InlineData("weighted-score", 0, 0)]
    [InlineData("weighted-score", -1, 1)]
    [InlineData("weighted-score", double.NaN, 1)]
    public async Task Publish_AnUnfitPolicy_IsRefusedAndChangesNothing(string name, double skill, double load)
    {
        await using var host = await GrainHost.Start();
        var refusal = (await host.Routing.PublishPolicy(new(new(name, new(skill, load, 0, 0)), Admin))).Refusal!;
        Assert.Equal(ErrorCode.InvalidArgument, refusal.Code);
        Assert.Single((await host.Routing.Policies()).Value!.Items);
    }

    [Fact]
    public async Task Publish_OrRollBackBySomebodyElse_IsForbidden()
    {
        await using var host = await GrainHost.Start();
        Assert.Equal(ErrorCode.Forbidden, (await host.Routing.PublishPolicy(new(Weighted, Supervisor))).Refusal!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await host.Routing.RollBackPolicy(new(Agent("amy"), 1))).Refusal!.Code);
        Assert.Equal(ErrorCode.InvalidArgument, (await host.Routing.RollBackPolicy(new(Admin, 7))).Refusal!.Code);
        Assert.Equal(ErrorCode.InvalidArgument, (await host.Routing.RollBackPolicy(new(Admin))).Refusal!.Code);
    }

    [Fact]
    public async Task Configure_WithEqualArraysAgain_WritesNothing()
    {
        await using var host = await GrainHost.Start();
        await host.Configure(Rich());
        await host.Configure(Rich());
        Assert.Equal(2, (await host.Events("routing.configured")).Length);
        Assert.Single((await host.Routing.Policies()).Value!.Items);
    }

    [Fact]
    public async Task Configure_NamingAnotherPolicy_PublishesIt()
    {
        await using var host = await GrainHost.Start();
        await host.Configure(Plain with { Policy = "round-robin" });
        Assert.Equal(new PolicyInForce("round-robin", 2), (await host.Routing.View()).Value!.Policy);
    }

    private static QueueProfile Rich() => Plain with { Needs = new([new("refunds", 2)], []), Rings = [new(10, 1)], Topics = [new("size", "Size", [], [])] };
}
