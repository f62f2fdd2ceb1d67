using Grainline.Journal.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Grainline.Journal.Tests.Postgres;

public sealed class PostgresJournalServicesTests : PostgresTest
{
    [Fact]
    public async Task Host_StartAndStop_OpensAndClosesTheJournal()
    {
        using var host = Build(options => (options.ConnectionString, options.Writers) = (Database.Options.ConnectionString, 3));
        await host.StartAsync(Cancelled);
        var journal = host.Services.GetRequiredService<IJournal>();
        Assert.NotEmpty(await host.Services.GetRequiredService<IStateStore>().WriteAsync("k", "a", new byte[1], null, Cancelled));
        await host.Services.GetRequiredService<ICheckpointStore>().WriteAsync("p", 1, Cancelled);
        Assert.Equal(0, (await host.Services.GetRequiredService<INodeLeases>().AcquireAsync("a", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, 0, Cancelled)).Node);
        await using (await host.Services.GetRequiredService<IFollowerTurns>().WaitAsync("p", Cancelled)) Assert.Equal(1, (await journal.OpenAsync("s", Cancelled)).Epoch);

        await host.StopAsync(Cancelled);

        await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.OpenAsync("s", Cancelled).AsTask());
    }

    [Fact]
    public async Task Host_SchemaThatIsOlder_DoesNotStart()
    {
        await Database.Execute("DELETE FROM migration WHERE name LIKE '0001%'", Cancelled);
        using var host = Build(options => options.ConnectionString = Database.Options.ConnectionString);
        Assert.Contains("older", (await Assert.ThrowsAsync<JournalCorruptException>(() => host.StartAsync(Cancelled))).Message);
    }

    [Fact]
    public async Task Host_NoServer_DoesNotStart()
    {
        using var host = Build(options => options.ConnectionString = "Host=/nowhere");
        Assert.True((await Assert.ThrowsAsync<JournalUnavailableException>(() => host.StartAsync(Cancelled))).IsTemporary);
    }

    [Fact]
    public async Task Host_InvalidOptions_DoesNotStartAndNamesThem()
    {
        using var host = Build(options => (options.ConnectionString, options.Writers, options.MaxBatchEntries) = ("", 0, 5000));
        Assert.Equal(3, (await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancelled))).Failures.Count());
    }

    private static IHost Build(Action<PostgresOptions> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddPostgresJournal(configure);
        return builder.Build();
    }
}
