namespace Grainline.Journal.Tests.ReadModels;

/// <summary>Opens a backend of its own for each test.</summary>
public abstract class ReadModelTest<TBackend> : IAsyncLifetime
    where TBackend : ReadModelBackend, new()
{
    protected TBackend Backend { get; } = new();

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Backend.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await Backend.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
