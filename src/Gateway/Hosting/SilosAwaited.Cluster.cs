using Orleans;

namespace Grainline.Gateway.Hosting;

/// <summary>Processes of a cluster start in any order, and their stores too: a gateway waits for its first silo for as long as it takes, and says so now and then.</summary>
internal sealed partial class SilosAwaited(TimeProvider time, ILogger<SilosAwaited> logger) : IClientConnectionRetryFilter
{
    private const int SaidEvery = 15;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private int _tries;

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        if (_tries++ % SaidEvery == 0)
            Waiting(exception.Message);
        await Task.Delay(Pause, time, cancellationToken);
        return true;
    }

    [LoggerMessage(1, LogLevel.Warning, "No silo can be reached yet, it is tried again: {Reason}")]
    private partial void Waiting(string reason);
}
