using Grainline.Journal;
using Grainline.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Grainline.Tests.Ids;

public sealed class NoNodeNumberTests
{
    [Fact]
    public async Task Host_WithoutAFreeNumber_DoesNotStartAndSaysWhy()
    {
        var refusal = await Assert.ThrowsAsync<NoNodeNumberException>(
            () => GrainHost.Start(builder => builder.Services.AddSingleton<INodeLeases, AllTaken>()));

        Assert.Contains("None of the 1024 node numbers is free", refusal.Message, StringComparison.Ordinal);
    }

    private sealed class AllTaken : INodeLeases
    {
        public ValueTask<NodeLease> AcquireAsync(
            string owner, DateTimeOffset until, DateTimeOffset endedBefore, long highestMark, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<NodeLease>(new NoNodeNumberException());

        public ValueTask RenewAsync(NodeLease lease, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

        public ValueTask ReleaseAsync(NodeLease lease, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
