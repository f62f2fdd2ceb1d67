using Microsoft.AspNetCore.DataProtection;

namespace Grainline.Gateway.Authentication;

/// <summary>Reads the keys, or makes the first one, after the silos were reached and before anybody is let in, on a thread of its own. It tries for as long as it takes.</summary>
internal sealed partial class SiloKeysLoader(SiloKeys keys, IDataProtectionProvider protection, TimeProvider time, ILogger<SiloKeysLoader> logger) : IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        keys.Open();
        while (!await Load(cancellationToken))
            await Task.Delay(Pause, time, cancellationToken);
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> Load(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Factory.StartNew(() => protection.CreateProtector("start").Protect([]), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it was, without keys nobody can be served; the next round may have better luck.
            NotLoaded(failure);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The data-protection keys could not be read or made; it is tried again")]
    private partial void NotLoaded(Exception failure);
}
