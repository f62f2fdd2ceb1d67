using Grainline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Storage;

namespace Grainline.Runtime.Tests.Hosting;

/// <summary>One running silo, with a clock that only tests move. What the runtimes differ in is in SiloSetup.</summary>
internal sealed class ConformanceCluster : IAsyncDisposable
{
    private readonly IHost _host;

    private ConformanceCluster(IHost host) => _host = host;

    internal IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    internal IServiceProvider Services => _host.Services;

    internal ManualTimeProvider Clock => (ManualTimeProvider)_host.Services.GetRequiredService<TimeProvider>();

    internal RecordingLogs Logs => _host.Services.GetRequiredService<RecordingLogs>();

    internal IGrainStorage Storage(string name) => _host.Services.GetRequiredKeyedService<IGrainStorage>(name);

    internal static async Task<ConformanceCluster> StartAsync(Action<ISiloBuilder>? configure = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<RecordingLogs>();
        builder.Services.AddSingleton<ILoggerProvider>(s => s.GetRequiredService<RecordingLogs>());
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new ManualTimeProvider()));
        builder.UseOrleans(silo =>
        {
            SiloSetup.Configure(silo);
            silo.AddMemoryGrainStorage("states");
            configure?.Invoke(silo);
        });
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    /// <summary>A silo whose calls time out after <see cref="SiloSetup.Patience"/>.</summary>
    internal static Task<ConformanceCluster> StartImpatientAsync() =>
        StartAsync(static silo => silo.Configure<SiloMessagingOptions>(static o => o.ResponseTimeout = SiloSetup.Patience));

    /// <summary>Lets a call that has been made wait for too long.</summary>
    internal Task PassTimeout() => PassTimeout(SiloSetup.Patience);

    internal Task PassTimeout(TimeSpan timeout) => SiloSetup.PassTimeout(Clock, timeout);

    internal Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
