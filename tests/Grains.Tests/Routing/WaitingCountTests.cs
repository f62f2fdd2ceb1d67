using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Grainline.Routing;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Routing;

/// <summary>Other tests have queues of their own in this process: what is looked for here are steps that only this one makes.</summary>
public sealed class WaitingCountTests
{
    [Fact]
    public async Task Round_WithALineThatHasGrown_AddsWhatCame()
    {
        var steps = new ConcurrentBag<int>();
        using var listener = Listen(steps);
        await using var host = await GrainHost.Start();
        await host.Configure(QueueTools.Plain);
        foreach (var i in Enumerable.Range(0, 37))
            Assert.True((await host.Conversation($"c{i:00}").Open(Opening())).Succeeded);
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Waiting == 37);
        await host.Pass(TimeSpan.FromSeconds(1));
        await Eventually.Becomes(() => Task.FromResult(steps.Contains(37)), added => added);
    }

    [Fact]
    public void Is_AgainAndAtTheEnd_TakesBackWhatItAdded()
    {
        var steps = new ConcurrentBag<int>();
        using var listener = Listen(steps, Environment.CurrentManagedThreadId);
        var count = new WaitingCount();
        count.Is(5);
        count.Is(5);
        count.Is(2);
        count.Is(0);
        Assert.Equal([-3, -2, 5], steps.Order());
    }

    private static MeterListener Listen(ConcurrentBag<int> steps, int? thread = null)
    {
        var waiting = RoutingMetrics.Waiting;
        var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, from) =>
        {
            if (instrument == waiting)
                from.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((_, step, _, _) =>
        {
            if (thread is null || thread == Environment.CurrentManagedThreadId)
                steps.Add(step);
        });
        listener.Start();
        return listener;
    }
}
