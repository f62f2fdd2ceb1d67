using Grainline.Routing;
using Grainline.Routing.Learning;
using Grainline.Routing.Policies;
using Grainline.Routing.Replay;

namespace Grainline.Load.Shop;

/// <summary>The same shop, day by day alike, under one policy after the other.</summary>
internal static class ShopRun
{
    public const string RoundRobin = "round-robin", LeastLoaded = "least-loaded", Learned = "learned";

    public static readonly RoutingPolicySpec[] Compared = [new(RoundRobin), new(LeastLoaded), new(Learned)];

    private static readonly SimulationSettings Settings = new(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(20));
    private static readonly RoutingPolicies Policies = new(PolicyKind.All);

    public static Course Serve(ShopWorld world, RoutingPolicySpec policy, CancellationToken cancellation)
    {
        const int Steps = 1_000;
        var simulation = new Simulation(ShopScenario.Of(world), policy, Policies, new ShopHandling(world), Settings, LearningState.Empty);
        while (simulation.Advance(Steps))
            cancellation.ThrowIfCancellationRequested();
        return simulation.Course();
    }

    /// <param name="after">Conversations that only teach.</param>
    public static ShopFigures[] Seed(ShopPlan plan, int after, CancellationToken cancellation)
    {
        var world = ShopWorld.Draw(plan);
        return [.. Compared.Select(policy => ShopFigures.Of(policy.Name, world, Serve(world, policy, cancellation), after))];
    }
}
