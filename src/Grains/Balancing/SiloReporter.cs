using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Balancing;

/// <summary>Tells the balancer once a cycle how this silo is, and moves away what it answers. Says goodbye when the host stops, so that nothing is moved here any more.</summary>
internal sealed partial class SiloReporter(
    IGrainFactory grains, IBalancedSilo silo, CallRates rates, IOptionsMonitor<BalancingOptions> options, TimeProvider time, ILogger<SiloReporter> logger) : BackgroundService
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    private readonly long _started = time.GetTimestamp();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(options.CurrentValue.Cycle, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Round(stoppingToken.IsCancellationRequested);
        }
    }

    private async Task Round(bool leaving)
    {
        try
        {
            if (leaving)
                await Report(leaving).WaitAsync(Goodbye, time);
            else
                await Report(leaving);
        }
        catch (Exception e)
        {
            // Host loop: the next round reports again.
            LogNotReported(e);
        }
    }

    private async Task Report(bool leaving)
    {
        var sample = rates.Sample(options.CurrentValue.Window);
        if (!options.CurrentValue.Enabled)
            return;
        var condition = await silo.Look();
        var orders = await grains.Balancer().Report(new(
            condition.Silo, time.GetElapsedTime(_started), condition.Membership, condition.Members, sample.Rate, condition.Activations, condition.Cpu, leaving || condition.Overloaded, sample.Hottest));
        foreach (var order in leaving ? [] : orders)
            await Carry(order);
    }

    private async Task Carry(MoveOrder order)
    {
        try
        {
            await silo.Move(order.Grain, order.Target);
            rates.Forget(GrainId.Parse(order.Grain));
            Count("asked");
        }
        catch (Exception e)
        {
            // Fan-out over orders: one that cannot be carried out is no reason to leave the others.
            Count("failed");
            LogNotMoved(e, order.Grain);
        }
    }

    private static void Count(string outcome) => BalancingMetrics.Carried.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The balancer could not be reported to; it is tried again")]
    private partial void LogNotReported(Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Grain} could not be asked to move")]
    private partial void LogNotMoved(Exception e, string grain);
}
