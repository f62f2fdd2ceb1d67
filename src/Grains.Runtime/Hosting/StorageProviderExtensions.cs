using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Storage;

namespace Orleans.Runtime.Hosting;

/// <summary>Registers storages by name.</summary>
public static class StorageProviderExtensions
{
    /// <summary>Adds a storage; the one named "Default" also serves states that name none.</summary>
    public static IServiceCollection AddGrainStorage<T>(
        this IServiceCollection collection, string name, Func<IServiceProvider, string, T> implementationFactory)
        where T : IGrainStorage
    {
        collection.AddKeyedSingleton<IGrainStorage>(name, (services, key) => implementationFactory(services, (string)key!));
        if (name == "Default")
            collection.TryAddSingleton(services => services.GetRequiredKeyedService<IGrainStorage>(name));
        return collection;
    }
}
