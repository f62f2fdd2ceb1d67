using System.Globalization;
using Grainline.Routing.Matching;
using Grainline.Routing.Policies;

namespace Grainline.Benchmarks;

/// <summary>CPU of one routing decision with all that goes with it, as the queue grows. Run with the argument "routing".</summary>
internal static class DecisionCost
{
    private const int Rounds = 5;

    internal static async Task RunAsync(TextWriter output)
    {
        IRoutingPolicy[] policies = [new LeastLoaded(), new LongestIdle(), new RoundRobin(), new SkillMatch(), new PowerOfTwo(), new WeightedScore(Routing.PolicyWeights.Usual)];
        await output.WriteLineAsync("policy            agents  waiting   us CPU a decision   decisions/CPU s   ratio to 100 agents");
        foreach (var policy in policies)
        {
            var first = 0.0;
            foreach (var (agents, waiting) in new[] { (100, 10_000), (1_000, 10_000), (10_000, 10_000) })
            {
                var cost = Measure(new RoutingScene(policy, agents, waiting));
                first = first == 0 ? cost : first;
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"{policy.GetType().Name,-16} {agents,7} {waiting,8}   {cost,17:F1}   {1e6 / cost,15:N0}   {cost / first,19:F2}"));
            }
        }
    }

    // The best of some rounds: whatever disturbs a round only makes it dearer.
    private static double Measure(RoutingScene scene)
    {
        const int Steps = 20_000;
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var cpu = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < Steps; i++)
                scene.Step();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / Steps);
        }

        return best;
    }
}
