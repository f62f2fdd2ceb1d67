namespace Grainline.Gateway.Hosting;

/// <summary>Ready once everything has started, which for a silo means that it has joined; not any more as soon as it is asked to stop, before anything ends.</summary>
internal sealed class ReadinessSwitch(Readiness readiness, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(readiness.Started);
        lifetime.ApplicationStopping.Register(readiness.Draining);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
