using Grainline.Architecture.Tree;
using Grainline.Gateway.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Grainline.Cluster.Tests.Wire;

/// <summary>Two serializers that were built apart, as those of two processes are.</summary>
public sealed class TwoProcesses : IDisposable
{
    internal ServiceProvider Here { get; } = Build();

    internal ServiceProvider There { get; } = Build();

    public void Dispose()
    {
        Here.Dispose();
        There.Dispose();
    }

    private static ServiceProvider Build() =>
        new ServiceCollection().AddSerializer(static serializer => serializer.AddAssembly(Product.Abstractions)).SendAllExceptions().BuildServiceProvider();
}
