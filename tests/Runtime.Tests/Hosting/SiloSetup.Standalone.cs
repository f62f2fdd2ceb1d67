using Grainline.Testing;
using Orleans.Hosting;

namespace Grainline.Runtime.Tests.Hosting;

/// <summary>The in-process runtime is its own cluster.</summary>
internal static class SiloSetup
{
    /// <summary>How long calls wait in tests of time-outs, by the test's clock.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    internal static readonly string? WhyNoCollection = null;

    internal static readonly string? WhyNoMigration = null;

    internal static void Configure(ISiloBuilder silo) => _ = silo;

    /// <summary>Lets a call time out that has been made.</summary>
    internal static async Task PassTimeout(ManualTimeProvider clock, TimeSpan timeout)
    {
        await clock.WhenArmed(timeout);
        clock.Advance(timeout);
    }
}
