using System.Globalization;
using Grainline.Cluster.Tests.Hosting;
using Grainline.Load.Reporting;
using Grainline.Load.Servers;
using Grainline.Load.Talk;

namespace Grainline.Cluster.Tests.Trials;

/// <summary>People talk through the load balancer while the trial goes on; then every message is accounted for.</summary>
internal static class ClusterTalk
{
    private const string Administrator = "ada", Password = "grainline-demo";

    // Twenty conversations, ten posts a second, each delivered to both sides.
    private static readonly TalkPlan Plan = new(Visitors: 20, Agents: 5, Capacity: 4, Rate: 20, Characters: 120, WarmUp: 2, Seconds: 15, Fault: null, Seed: 1);

    /// <summary>Lost 0, doubled 0, reordered 0, over capacity 0, whatever the trial did; the recovery times are printed.</summary>
    public static async Task Survives(ClusterUnderTest cluster, ITestOutputHelper output, Func<Trial, Task> play)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var survived = false;
        try
        {
            await cluster.Repair(cancellation);
            await using var system = await SystemUnderTest.Open(new(null, cluster.Address, Administrator, Password, [], null), cancellation);
            var result = await new TalkRun(system, Plan, output.WriteLine, new Trial(play, () => null, cancellation)).Run(cancellation);
            var verdict = VerdictOf.Talks([result]);
            foreach (var fault in result.Faults)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fault.What}: recovered in {fault.RecoverySeconds:F1} s, {fault.Retried} calls repeated"));
            output.WriteLine(Sentences.Checked(verdict));
            Assert.Empty(verdict.Violations.Select(violation => $"{violation.Law} in {violation.Subject}: {string.Join("; ", violation.History)}"));
            Assert.Empty(verdict.Failures);
            Assert.True(verdict.Messages > 100, $"Only {verdict.Messages} messages were acknowledged.");
            survived = true;
        }
        finally
        {
            if (!survived)
                Explain(cluster.Logs(), output);
        }
    }

    private static void Explain(string logs, ITestOutputHelper output)
    {
        output.WriteLine(logs);
        TestContext.Current.AddAttachment("logs", logs);
    }
}
