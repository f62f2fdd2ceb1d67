using Grainline.Journal.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Grainline.Journal.Tests.Sqlite;

public sealed class SqliteJournalServicesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_StartAndStop_OpensAndClosesTheJournal()
    {
        using var host = Build(options => options.Directory = _folder.Path);
        await host.StartAsync(Cancelled);
        var journal = host.Services.GetRequiredService<IJournal>();
        var eTag = await host.Services.GetRequiredService<IStateStore>().WriteAsync("k", "a", new byte[1], null, Cancelled);
        await host.Services.GetRequiredService<ICheckpointStore>().WriteAsync("p", 1, Cancelled);
        Assert.Equal(1, (await journal.OpenAsync("s", Cancelled)).Epoch);

        await host.StopAsync(Cancelled);

        Assert.NotEmpty(eTag);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.OpenAsync("s", Cancelled).AsTask());
        using var free = FolderLock.Take(_folder.Path);
    }

    [Fact]
    public async Task Host_InvalidOptions_DoesNotStartAndNamesThem()
    {
        using var host = Build(options =>
        {
            options.Directory = "";
            options.QueueCapacity = 0;
            options.QueueTimeout = TimeSpan.Zero;
        });

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancelled));

        Assert.Equal(3, refusal.Failures.Count());
        Assert.Contains("QueueTimeout", refusal.Message);
    }

    [Fact]
    public async Task Host_FolderInUse_DoesNotStart()
    {
        using var taken = FolderLock.Take(_folder.Path);
        using var host = Build(options => options.Directory = _folder.Path);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => host.StartAsync(Cancelled));
    }

    public void Dispose() => _folder.Dispose();

    private static IHost Build(Action<SqliteJournalOptions> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSqliteJournal(configure);
        return builder.Build();
    }
}
