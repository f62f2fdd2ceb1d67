using System.Globalization;
using Grainline.Cluster.Tests.Hosting;
using Grainline.Gateway.Hosting;
using Grainline.Journal;
using Grainline.Silo.Hosting;
using Grainline.Testing;
using Grainline.Testing.Postgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Grainline.Cluster.Tests.Fencing;

/// <summary>A silo in a cluster of its own: it knows nothing of others that use the same database.</summary>
internal sealed class LoneSilo : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _data;

    private LoneSilo(WebApplication app, DirectoryInfo data) => (_app, _data) = (app, data);

    public IGrainFactory Grains => _app.Services.GetRequiredService<IGrainFactory>();

    public IJournal Journal => _app.Services.GetRequiredService<IJournal>();

    public static async Task<LoneSilo> Start(PostgresDatabase database, string cluster)
    {
        var data = Directory.CreateTempSubdirectory("grainline-fencing-");
        var start = new StartLog();
        var app = SiloProcess.Build(
        [
            "--urls", "http://127.0.0.1:0", "--data", data.FullName, "--Cluster:Membership=Localhost", $"--Orleans:ClusterId={cluster}", $"--Orleans:ServiceId={Settings.ServiceId}",
            "--Orleans:Endpoints:AdvertisedIPAddress=127.0.0.1", Port("SiloPort"), Port("GatewayPort"), "--Demo:AllowRemote=true", $"--Postgres:ConnectionString={database.Options.ConnectionString}",
        ], start, static builder => builder.Logging.ClearProviders());
        await app.StartAsync(TestContext.Current.CancellationToken);
        start.Succeeded();
        return new(app, data);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private static string Port(string name) => string.Create(CultureInfo.InvariantCulture, $"--Orleans:Endpoints:{name}={Loopback.FreePort()}");
}
