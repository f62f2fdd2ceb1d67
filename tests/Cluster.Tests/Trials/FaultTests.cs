using Grainline.Cluster.Tests.Hosting;
using Grainline.Load.Figures;

namespace Grainline.Cluster.Tests.Trials;

/// <summary>Whatever dies, nothing that was acknowledged is lost, doubled or reordered, and nobody gets more than it can carry.</summary>
public sealed class FaultTests(ClusterFixture fixture, ITestOutputHelper output) : IClassFixture<ClusterFixture>
{
    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    private ClusterUnderTest Cluster => fixture.Cluster;

    [Fact]
    public Task Silo_Killed_LosesNothing() => Survives(trial => trial.Strike("a silo killed with SIGKILL", () => Cluster.Silos[0].Process.Kill()));

    [Fact]
    public Task Gateway_Killed_LosesNothing() => Survives(trial => trial.Strike("a gateway killed with SIGKILL", () => Cluster.Gateways[0].Kill()));

    [Fact]
    public Task Silo_Added_LosesNothing() => Survives(trial => trial.Endure("a silo added", () => Cluster.AddSilo(Stopping)));

    [Fact]
    public Task EveryProcess_ReplacedOneByOne_LosesNothing() => Survives(async trial =>
    {
        foreach (var member in Cluster.Silos.Select(silo => silo.Process).Concat(Cluster.Gateways).ToArray())
        {
            await trial.Endure($"{member.Name} replaced", async () =>
            {
                await member.Stop(Stopping);
                await member.Start(Stopping);
            });
        }
    });

    [Fact]
    public Task Redis_AwayForAMinute_LosesNothing() => Survives(trial => trial.Endure("Redis away for 60 s", async () =>
    {
        await Cluster.Redis.Kill();
        await Clock.Wait(60, Stopping);
        await Cluster.Redis.Start(Stopping);
    }));

    [Fact]
    public Task Postgres_Restarted_LosesNothing() => Survives(trial => trial.Endure("PostgreSQL away for 5 s", () => Cluster.Postgres.Restart(Stopping, () => Clock.Wait(5, Stopping))));

    /// <summary>The others go on without it; when it wakes it believes for a moment that its grains are still its own.</summary>
    [Fact]
    public Task Silo_AsleepUntilDeclaredDead_WritesNothingWhenItWakes() => Survives(async trial =>
    {
        var silo = Cluster.Silos[1];
        await trial.Strike("a silo stopped with SIGSTOP", silo.Process.Sleep);
        await Cluster.WhenDeclaredDead(silo, Stopping);
        await trial.Strike("the silo continued as a zombie", silo.Process.Wake);
        Assert.True(await silo.Process.EndsWithin(60, Stopping), "The zombie still runs.");
    });

    private Task Survives(Func<Trial, Task> play)
    {
        Assert.SkipWhen(Programs.Missing is not null, Programs.Missing ?? "");
        return ClusterTalk.Survives(Cluster, output, play);
    }
}
