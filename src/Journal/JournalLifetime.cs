using Microsoft.Extensions.Hosting;

namespace Grainline.Journal;

/// <summary>Has the store open before the first hosted service starts and closed after the last one has stopped.</summary>
internal sealed class JournalLifetime<TStore>(TStore store) : IHostedLifecycleService
    where TStore : IJournalStore
{
    public Task StartingAsync(CancellationToken cancellationToken) => store.OpenAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => store.DisposeAsync().AsTask();
}
