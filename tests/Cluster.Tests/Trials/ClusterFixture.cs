using Grainline.Cluster.Tests.Hosting;

namespace Grainline.Cluster.Tests.Trials;

/// <summary>Three silos and two gateways, started once for all faults: a cluster that has come through one has to come through the next.</summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    private ClusterUnderTest? _cluster;

    internal ClusterUnderTest Cluster => _cluster!;

    public async ValueTask InitializeAsync()
    {
        if (Programs.Missing is null)
            _cluster = await ClusterUnderTest.Start(3, 2, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }
}
