using Grainline.Runtime.Activations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Grainline.Runtime.Hosting;

internal sealed class SiloBuilder(IServiceCollection services, IConfiguration configuration) : ISiloBuilder
{
    public IServiceCollection Services { get; } = services;

    public IConfiguration Configuration { get; } = configuration;

    /// <summary>Registers the runtime, once however often it is asked for.</summary>
    internal SiloBuilder AddRuntime()
    {
        if (Services.Any(s => s.ServiceType == typeof(GrainRuntime)))
            return this;
        Services.AddOptions<SiloMessagingOptions>();
        Services.AddOptions<GrainCollectionOptions>().ValidateDataAnnotations().ValidateOnStart();
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<GrainTypeOptions>, GrainClassScan>());
        Services.TryAddSingleton(TimeProvider.System);
        Services.AddSingleton<GrainClasses>();
        Services.AddSingleton<GrainRuntime>();
        Services.AddSingleton<GrainFactory>();
        Services.AddSingleton<IGrainFactory>(s => s.GetRequiredService<GrainFactory>());
        Services.AddSingleton<IClusterClient>(s => s.GetRequiredService<GrainFactory>());
        // For grain classes that do not derive from Grain: constructors ask for their context.
        Services.AddTransient(_ => Activation.UnderConstruction
            ?? throw new InvalidOperationException("Only grain constructors can ask for the grain context."));
        Services.AddSingleton<IGrainContextAccessor, GrainContextAccessor>();
        Services.AddSingleton<IHostedService, SiloHost>();
        return this;
    }
}
