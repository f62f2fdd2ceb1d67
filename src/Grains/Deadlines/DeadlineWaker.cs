using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Grainline.Deadlines;

/// <summary>Keeps every shard active while the cluster runs: a shard that nobody calls would not fire.</summary>
internal sealed partial class DeadlineWaker(IGrainFactory grains, TimeProvider time, ILogger<DeadlineWaker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            // Side by side: the last shard's clocks must not wait until all the others have read theirs.
            do
                await Task.WhenAll(Enumerable.Range(0, DeadlineGrains.Shards).Select(Wake));
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops: so do we.
        }
    }

    private async Task Wake(int shard)
    {
        try
        {
            await grains.DeadlineShard(shard).Wake();
        }
        catch (Exception e)
        {
            // Host loop: the next round tries again.
            LogShardAsleep(e, shard);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Deadline shard {Shard} could not be woken; it is tried again")]
    private partial void LogShardAsleep(Exception e, int shard);
}
