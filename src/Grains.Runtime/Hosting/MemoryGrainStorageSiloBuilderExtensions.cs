using Grainline.Runtime.State;
using Orleans.Runtime.Hosting;

namespace Orleans.Hosting;

/// <summary>Registers storages that forget everything with the process.</summary>
public static class MemoryGrainStorageSiloBuilderExtensions
{
    public static ISiloBuilder AddMemoryGrainStorage(this ISiloBuilder builder, string name)
    {
        builder.Services.AddGrainStorage(name, static (_, n) => new MemoryGrainStorage(n));
        return builder;
    }

    public static ISiloBuilder AddMemoryGrainStorageAsDefault(this ISiloBuilder builder) => builder.AddMemoryGrainStorage("Default");
}
