using Grainline.Gateway.Push;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Hosting;

/// <summary>
/// Sends everybody away in good order before the process stops. It has to happen while the stop is being announced, and the announcement has to wait for it:
/// SignalR answers the same announcement by cutting every socket, and listeners are called in the reverse order of their arrival.
/// </summary>
internal sealed partial class Drain(
    Sockets sockets, Farewell farewell, Readiness readiness, IHostApplicationLifetime lifetime, IOptions<DrainOptions> options, TimeProvider time,
    ILogger<Drain> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(readiness.Started);
        lifetime.ApplicationStopping.Register(() => Task.Run(SendAway).GetAwaiter().GetResult());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SendAway()
    {
        readiness.Draining();
        var leaving = sockets.All.ToArray();
        if (leaving.Length == 0)
            return;
        Leaving(leaving.Length);
        await Task.WhenAll(leaving.Select(socket => farewell.Close(socket, Disconnect.Draining, options.Value.ReturnSpread)));
        // The last frames are in the transports' hands by now: give them the time to be written.
        var deadline = time.GetUtcNow() + options.Value.Grace;
        while (sockets.Count > 0 && time.GetUtcNow() < deadline)
            await Task.Delay(TimeSpan.FromMilliseconds(20), time);
    }

    [LoggerMessage(1, LogLevel.Information, "Draining {Sockets} sockets")]
    private partial void Leaving(int sockets);
}
