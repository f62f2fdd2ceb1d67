using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Tests.Hosting;

namespace Grainline.Tests.Routing.Replay;

public sealed class QueueReplayGrainTests
{
    private static readonly ReplayRequest RoundRobin = new(new("round-robin"));

    [Fact]
    public async Task Run_ByAKey_AsksForThatTenantsQueue()
    {
        await using var host = await GrainHost.Start();

        var answer = await host.Grains.QueueReplays(GrainHost.Tenant).Run(GrainHost.Queue, RoundRobin, CancellationToken.None);

        // Nothing was recorded yet, which only a look at the journal can tell.
        Assert.Equal(ErrorCode.InvalidArgument, answer.Refusal!.Code);
    }

    [Fact]
    public async Task Run_Cancelled_Ends()
    {
        await using var host = await GrainHost.Start();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => host.Grains.QueueReplays(GrainHost.Tenant).Run(GrainHost.Queue, RoundRobin, new(canceled: true)));
    }
}
