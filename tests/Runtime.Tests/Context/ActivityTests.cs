using System.Diagnostics;
using Grainline.Runtime.Tests.Hosting;
using Orleans;
using Orleans.Hosting;

namespace Grainline.Runtime.Tests.Context;

public interface ITracedGrain : IGrainWithStringKey
{
    Task<string?> Trace();
}

internal sealed class TracedGrain : Grain, ITracedGrain
{
    public async Task<string?> Trace()
    {
        await Task.Yield();
        return Activity.Current?.TraceId.ToString();
    }
}

public sealed class ActivityTests
{
    [Fact]
    public async Task Activity_OfTheCaller_TracesTheCallee()
    {
        await using var cluster = await ConformanceCluster.StartAsync(static silo => silo.AddActivityPropagation());
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name.StartsWith("Microsoft.Orleans", StringComparison.Ordinal),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var activity = new Activity("call").Start();

        Assert.Equal(activity.TraceId.ToString(), await cluster.Grains.GetGrain<ITracedGrain>("t").Trace());
        Assert.Equal(activity.TraceId.ToString(), await cluster.Grains.GetGrain<ITracedGrain>("t").Trace());
    }
}
