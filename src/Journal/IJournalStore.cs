namespace Grainline.Journal;

/// <summary>What is opened once and closed once.</summary>
internal interface IJournalStore : IAsyncDisposable
{
    Task OpenAsync(CancellationToken cancellationToken = default);
}
