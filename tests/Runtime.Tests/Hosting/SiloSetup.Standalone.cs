using Orleans.Hosting;

namespace Grainline.Runtime.Tests.Hosting;

/// <summary>The in-process runtime is its own cluster.</summary>
internal static class SiloSetup
{
    internal static void Configure(ISiloBuilder silo) => _ = silo;
}
