using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Grainline.Runtime.Hosting;

/// <summary>Starts the collection of idle activations, and ends all activations when the host stops.</summary>
internal sealed partial class SiloHost(GrainRuntime runtime, ILogger<SiloHost> logger) : IHostedService
{
    private const int MaxRounds = 3;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        runtime.Collector.Start();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var patience = runtime.CreateDeadline(runtime.Collection.DeactivationTimeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The silo is stopping.");
        try
        {
            // A grain may call others while it ends, which activates them again: the last round is the one after which nothing is made.
            for (var round = 1; round <= MaxRounds; round++)
            {
                if (round == MaxRounds)
                    runtime.Directory.Close();
                var activations = runtime.Directory.Activations.ToArray();
                foreach (var activation in activations)
                    activation.Deactivate(reason, cancellationToken);
                await Task.WhenAll(activations.Select(a => a.Deactivated)).WaitAsync(either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            LogStopCutShort(logger, runtime.Directory.Activations.Count());
        }
        finally
        {
            runtime.Directory.Close();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The silo stopped while {Activations} activations had not ended.")]
    private static partial void LogStopCutShort(ILogger logger, int activations);
}
