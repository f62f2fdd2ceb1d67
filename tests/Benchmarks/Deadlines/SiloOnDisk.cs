using Grainline.Hosting;
using Grainline.Journal;
using Grainline.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;

namespace Grainline.Benchmarks;

/// <summary>All grains on a real journal in a folder, on the machine's clock.</summary>
internal sealed class SiloOnDisk : IAsyncDisposable
{
    private readonly IHost _host;

    private SiloOnDisk(IHost host) => _host = host;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <param name="heard">Runs before every grain call.</param>
    public static async Task<SiloOnDisk> Start(string folder, Action<IIncomingGrainCallContext>? heard = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSqliteJournal(o => o.Directory = folder);
        builder.Services.AddGrainStorage("journal", (services, _) => new JournalGrainStorage(services.GetRequiredService<IStateStore>()));
        builder.Services.AddBlobs(Path.Combine(folder, "attachments"));
        builder.Services.AddGrains(builder.Configuration);
        builder.UseOrleans(silo =>
        {
            if (heard is not null)
            {
                silo.AddIncomingGrainCallFilter(call =>
                {
                    heard(call);
                    return call.Invoke();
                });
            }
        });
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
