using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Routing.Learning;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Routing.QueueTools;

namespace Grainline.Tests.Routing.Learning;

public sealed class LearnedVersionTests
{
    private static readonly RoutingPolicySpec Learned = new("learned");

    [Fact]
    public async Task Publish_BeforeEnoughIsKnown_IsRefusedUnlessSaidSo()
    {
        await using var host = await GrainHost.Start();
        Assert.Equal(ErrorCode.NotEnoughLearned, (await host.Routing.PublishPolicy(new(Learned, Admin))).Refusal!.Code);
        var published = (await host.Routing.PublishPolicy(new(Learned with { Learning = new(Unproven: true) }, Admin))).Value!;
        Assert.Equal((2, true), (published.Version, published.InForce));
        Assert.Equal("least-loaded", (await host.Routing.RollBackPolicy(new(Admin))).Value!.Spec.Name);
        Assert.Equal(new PolicyInForce("least-loaded", 1), (await host.Routing.View()).Value!.Policy);
    }

    [Fact]
    public async Task Configure_StartingWithIt_IsRefused()
    {
        await using var host = await GrainHost.Start();
        Assert.Equal(ErrorCode.InvalidArgument, (await host.Routing.Configure(Plain with { Policy = "learned" })).Refusal!.Code);
    }

    [Theory]
    [InlineData(0.21, 0.1, "least-loaded")]
    [InlineData(0.05, 0.51, "least-loaded")]
    [InlineData(double.NaN, 0.1, "least-loaded")]
    [InlineData(0.05, 0.1, "learned")]
    [InlineData(0.05, 0.1, "power-of-two")]
    [InlineData(0.05, 0.1, "no-such")]
    public async Task Publish_UnfitSettings_AreRefused(double exploration, double holdout, string fallback)
    {
        await using var host = await GrainHost.Start();
        var refusal = (await host.Routing.PublishPolicy(new(Learned with { Learning = new(exploration, holdout, fallback, Unproven: true) }, Admin))).Refusal!;
        Assert.Equal(ErrorCode.InvalidArgument, refusal.Code);
    }

    [Fact]
    public void MayPublish_WithEnoughComparableDecisions_SaysYesAndWhatItWouldChange()
    {
        var (state, dice) = (LearningState.Empty, new Grainline.Routing.Replay.Dice(4));
        for (var i = 0; i < 2 * LearningRules.EnoughToEstimate; i++)
        {
            var agent = dice.Below(3);
            state = state.Decided($"c{i}", "t", $"a{agent}", [new("a0", 0, 0, 2), new("a1", 0, 0, 2), new("a2", 0, 0, 2)], null)
                .Finished($"c{i}", $"a{agent}", "t", (agent == 0 ? 200 : 500) * Math.Exp(0.3 * dice.Normal()), true, null);
        }

        Assert.Null(LearningRules.MayPublish(new(), state));
        var estimate = LearningRules.Estimate(state)!;
        Assert.InRange(Math.Log(200 / Math.Pow(200.0 * 500 * 500, 1 / 3.0)), Math.Log(1 + estimate.Low), Math.Log(1 + estimate.High));
        Assert.True(estimate.High < -0.3);
    }
}
