using Grainline.Tickets;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Push;

/// <summary>Renews the leases on tickets that are followed and gives up those that are not.</summary>
internal sealed partial class TicketKeeper(
    TicketTopics topics, TicketWatch watch, TicketBridge bridge, LeaseClock clock, IOptions<SocketOptions> options, TimeProvider time, ILogger<TicketKeeper> logger)
    : BackgroundService
{
    private static readonly ParallelOptions AFew = new() { MaxDegreeOfParallelism = 8 };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Sweep, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Sweep();
    }

    internal Task Sweep() => Parallel.ForEachAsync(topics.All.Where(Due), AFew, async (topic, _) => await Look(topic));

    private bool Due(Topic topic) => topic.IsEmpty ? clock.Abandoned(topic) : topic.RenewAt <= clock.Now;

    private async Task Look(Topic topic)
    {
        await topic.Enter();
        try
        {
            if (topic.Retired)
                return;
            if (!topic.IsEmpty)
                await Renew(topic);
            else if (clock.Abandoned(topic))
                await watch.Release(topic);
        }
        catch (Exception e)
        {
            // One ticket that cannot be reached must not keep the others from being renewed; this one is tried again at the next sweep.
            LeaseFailed(e, topic.Key);
        }
        finally
        {
            topic.Exit();
        }
    }

    /// <summary>In the name of each: tickets go to other teams while they are looked at, and who may not see one any more stops hearing of it.</summary>
    private async Task Renew(Topic topic)
    {
        var lapsed = clock.Lapsed(topic);
        var key = TicketKey.Parse(topic.Key);
        foreach (var socket in topic.Staff)
        {
            if (!(await watch.Lease(topic, key, socket.Actor)).Succeeded)
                socket.Leave(topic, clock.Now);
        }

        if (lapsed)
            bridge.Resync(topic);
    }

    [LoggerMessage(1, LogLevel.Warning, "Lease on ticket {Key} could not be renewed or given up")]
    private partial void LeaseFailed(Exception exception, string key);
}
