using Grainline.Runtime.Tests.Hosting;

namespace Grainline.Runtime.Tests.Workers;

public sealed class StatelessWorkerTests
{
    [Fact]
    public async Task Work_MoreCallsThanWorkers_RunsAsManyAtOnceAsAllowed()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var worker = cluster.Grains.GetGrain<IWorkerGrain>(1);
        var meeting = cluster.Grains.GetGrain<IMeetingGrain>(Guid.NewGuid());

        var work = Enumerable.Range(0, 7).Select(_ => worker.Work(meeting)).ToArray();
        await meeting.WhenThere(3);
        Assert.Equal(3, await meeting.Arrived());
        await meeting.Open();
        var workers = await Task.WhenAll(work);

        Assert.Equal(3, workers.Distinct().Count());
    }

    [Fact]
    public async Task Work_OneCallAfterTheOther_NeedsOneWorker()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var worker = cluster.Grains.GetGrain<IWorkerGrain>(2);
        var meeting = cluster.Grains.GetGrain<IMeetingGrain>(Guid.NewGuid());
        await meeting.Open();

        var first = await worker.Work(meeting);

        Assert.Equal(first, await worker.Work(meeting));
    }
}
