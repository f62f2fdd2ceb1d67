using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Routing.Policies;
using Grainline.Security;
using Grainline.Tests.Hosting;

namespace Grainline.Tests.Routing;

public sealed class RoutingRulesTests
{
    private static readonly RoutingPolicies Installed = new(PolicyKind.All);

    private static readonly QueueProfile Full = QueueTools.Plain with
    {
        Needs = new([new("refunds", 3)], [new("german", 1)], true, Priority.High, 60),
        Topics = [new("size", "Size", [], [])],
        Rings = [new(10, 1, ["refunds"]), new(20, AnyLanguage: true, ToQueue: "other")],
        Channels = [new("email", new(3, true))],
        Hours = new("Asia/Shanghai", [new(DayOfWeek.Monday, new(9, 0), new(18, 0))], []),
        Target = new(30, 0.8),
    };

    [Fact]
    public void MayConfigure_AWellFormedProfile_IsAllowed() => Assert.Null(RoutingRules.MayConfigure("support", Full, Installed));

    [Fact]
    public void MayConfigure_AnythingElse_IsRefused()
    {
        QueueProfile[] bad =
        [
            Full with { Name = "" },
            Full with { Policy = "none" },
            Full with { OfferSeconds = 4 },
            Full with { Needs = Full.Needs! with { Required = [new("refunds", 6)] } },
            Full with { Needs = Full.Needs! with { Required = [new("refunds", 1), new("refunds", 2)] } },
            Full with { Needs = Full.Needs! with { Required = [.. Many(21, i => new SkillLevel($"s{i}", 1))] } },
            Full with { Needs = Full.Needs! with { StickySeconds = -1 } },
            Full with { Topics = [.. Many(51, i => new QueueTopic($"t{i}", "T", [], []))] },
            Full with { Topics = [new("a", "A", [], []), new("a", "B", [], [])] },
            Full with { Topics = [new("a", "A", [new("x", 0)], [])] },
            Full with { Rings = [.. Many(11, i => new OverflowRing(i + 1))] },
            Full with { Rings = [new(10), new(10)] },
            Full with { Rings = [new(0)] },
            Full with { Rings = [new(10, LowerLevelsBy: 5)] },
            Full with { Rings = [new(10, ToQueue: "support")] },
            Full with { Channels = [new("email", new(0, false))] },
            Full with { Channels = [new("email", new(1, false)), new("email", new(2, false))] },
            Full with { Hours = Full.Hours! with { TimeZone = "Mars/Base" } },
            Full with { Target = new(0, 0.8) },
            Full with { Target = new(30, 1.1) },
            Full with { Target = new(30, double.NaN) },
        ];
        Assert.All(bad, profile => Assert.Equal(ErrorCode.InvalidArgument, RoutingRules.MayConfigure("support", profile, Installed)?.Code));
    }

    [Fact]
    public async Task AddQueue_OverflowingToOneThatDoesNotExist_IsRefused()
    {
        await using var host = await GrainHost.Start();
        var tenant = host.Grains.Tenant(GrainHost.Tenant);
        Assert.Equal(ErrorCode.QueueNotFound, (await tenant.AddQueue("vip", QueueTools.Plain with { Rings = [new(10, ToQueue: "none")] })).Refusal!.Code);
        Assert.True((await tenant.AddQueue("vip", QueueTools.Plain with { Rings = [new(10, ToQueue: GrainHost.Queue)] })).Succeeded);
    }

    [Fact]
    public void Same_ProfilesWithEqualArrays_AreTheSame()
    {
        Assert.True(RoutingRules.Same(Full with { Rings = [.. Full.Rings!.Value.ToArray()] }, Full));
        Assert.False(RoutingRules.Same(Full with { Rings = [] }, Full));
    }

    private static IEnumerable<T> Many<T>(int count, Func<int, T> make) => Enumerable.Range(0, count).Select(make);
}
