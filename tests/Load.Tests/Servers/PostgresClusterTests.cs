using Grainline.Load.Figures;
using Grainline.Testing.Postgres;

namespace Grainline.Load.Tests.Servers;

public sealed class PostgresClusterTests
{
    [Fact]
    public async Task Start_Fresh_RunsUntilItIsDisposedAndLeavesNothing()
    {
        var installation = PostgresInstallation.Find();
        Assert.SkipWhen(installation is null, PostgresInstallation.HowToInstall);
        var cluster = new PostgresCluster();
        await cluster.Start(installation, null, TestContext.Current.CancellationToken);
        var folder = cluster.Connection[5..cluster.Connection.IndexOf(';')];
        var running = ProcessTable.Of([new("postmaster", cluster.ProcessId, IsDotNet: false)]);
        Assert.Contains(running.Rows, row => row.Name == "walwriter");
        await cluster.DisposeAsync();
        Assert.All(running.Rows, row => Assert.False(Directory.Exists($"/proc/{row.Pid}")));
        Assert.False(Directory.Exists(folder));
    }
}
