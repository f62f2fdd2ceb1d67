using Microsoft.Extensions.Logging;

namespace Grainline.Push;

/// <summary>Asks the gateways who listens to a grain that has begun anew. Runs on the pool, never on the grain's turn.</summary>
/// <param name="knows">Whether the grain has this gateway's lease meanwhile.</param>
internal sealed partial class ListenerSearch(GatewayLinks links, string source, Func<string, bool> knows, TimeProvider time, ILogger logger) : IThreadPoolWorkItem
{
    // A gateway that has caused the activation takes its lease with the same call and need not be asked.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    void IThreadPoolWorkItem.Execute() => _ = Run();

    private async Task Run()
    {
        try
        {
            await Task.Delay(Pause, time);
            foreach (var gateway in await links.Present())
            {
                if (!knows(gateway.Gateway))
                    links.Tell(gateway, new RenewPush(source));
            }
        }
        catch (Exception e)
        {
            // Fan-out: who listens is found out at the next renewal at the latest.
            NotAsked(e, source);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The gateways could not be asked who listens to {Source}")]
    private partial void NotAsked(Exception exception, string source);
}
