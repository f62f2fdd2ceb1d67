using Orleans.Hosting;

namespace Grainline.Runtime.Tests.Hosting;

/// <summary>The in-process runtime is its own cluster, of one.</summary>
internal sealed class SiloGroup
{
    internal static int Size => 1;

    internal void Configure(ISiloBuilder silo) => _ = silo;
}
