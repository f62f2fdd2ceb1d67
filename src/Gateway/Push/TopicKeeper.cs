using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Push;

/// <summary>Renews the leases of one kind that are watched and gives up those that are not.</summary>
internal abstract partial class TopicKeeper(Topics topics, LeaseClock clock, IOptions<SocketOptions> options, TimeProvider time, ILogger logger) : BackgroundService
{
    protected LeaseClock Clock => clock;

    internal async Task Sweep()
    {
        foreach (var topic in topics.All.Where(Due))
            await Look(topic);
    }

    /// <summary>The gate is held.</summary>
    protected abstract Task Renew(Topic topic);

    /// <inheritdoc cref="Renew"/>
    protected abstract Task Release(Topic topic);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Sweep, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Sweep();
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
                await Renew(topic);
            else if (clock.Abandoned(topic))
                await Release(topic);
        }
        catch (Exception e)
        {
            // One grain that cannot be reached must not keep the others from being renewed; this one is tried again at the next sweep.
            LeaseFailed(e, topic.Key);
        }
        finally
        {
            topic.Exit();
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Lease on {Key} could not be renewed or given up")]
    private partial void LeaseFailed(Exception exception, string key);
}
