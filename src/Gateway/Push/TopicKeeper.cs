using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Push;

/// <summary>Renews the leases of one kind that have listeners and gives up those that have none.</summary>
internal abstract partial class TopicKeeper(Topics topics, LeaseClock clock, IOptions<SocketOptions> options, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly ParallelOptions AFew = new() { MaxDegreeOfParallelism = 8 };

    protected LeaseClock Clock => clock;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Sweep, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Sweep();
    }

    internal Task Sweep() => Parallel.ForEachAsync(topics.All.Where(Due), AFew, async (topic, _) => await Look(topic));

    /// <summary>In the name of each listener: who may not see it any more leaves.</summary>
    protected abstract Task Renew(Topic topic);

    protected abstract Task Release(Topic topic);

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
            // One that cannot be reached must not keep the others from being renewed; this one is tried again at the next sweep.
            LeaseFailed(e, GetType().Name, topic.Key);
        }
        finally
        {
            topic.Exit();
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Keeper} could not renew or give up its lease on {Key}")]
    private partial void LeaseFailed(Exception exception, string keeper, string key);
}
