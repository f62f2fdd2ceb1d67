using Grainline.Routing;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Push;

/// <summary>Renews the leases on queues that are watched and gives up those that are not.</summary>
internal sealed partial class QueueKeeper(
    QueueTopics topics, QueueWatch watch, QueueBridge bridge, LeaseClock clock, IOptions<SocketOptions> options, TimeProvider time, ILogger<QueueKeeper> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Sweep, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Sweep();
    }

    internal async Task Sweep()
    {
        foreach (var topic in topics.All.Where(Due))
            await Look(topic);
    }

    private bool Due(Topic topic) => topic.IsEmpty ? clock.Abandoned(topic) : topic.RenewAt <= clock.Now;

    private async Task Look(Topic topic)
    {
        await topic.Enter();
        try
        {
            if (topic.Retired)
                return;
            if (!topic.IsEmpty)
                await Renew(topic, QueueKey.Parse(topic.Key));
            else if (clock.Abandoned(topic))
                await watch.Release(topic);
        }
        catch (Exception e)
        {
            // One queue that cannot be reached must not keep the others from being renewed; this one is tried again at the next sweep.
            LeaseFailed(e, topic.Key);
        }
        finally
        {
            topic.Exit();
        }
    }

    private async Task Renew(Topic topic, QueueKey key)
    {
        var lapsed = clock.Lapsed(topic);
        foreach (var socket in topic.Staff)
        {
            if (!await watch.May(socket, key))
                socket.Leave(topic, clock.Now);
        }

        if ((await watch.Lease(topic, key)).Succeeded && lapsed)
            await bridge.Refresh(topic);
    }

    [LoggerMessage(1, LogLevel.Warning, "Lease on queue {Key} could not be renewed or given up")]
    private partial void LeaseFailed(Exception exception, string key);
}
