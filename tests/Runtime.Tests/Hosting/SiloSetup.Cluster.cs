using Grainline.Testing;
using Orleans.Hosting;

namespace Grainline.Runtime.Tests.Hosting;

/// <summary>One Orleans silo per test.</summary>
internal static class SiloSetup
{
    /// <summary>How long calls wait in tests of time-outs: real time, which the packages measure by a stopwatch of their own.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Idle ages are real time as well, in minutes at least.</summary>
    internal static readonly string? WhyNoCollection = "The packages measure idle ages by the machine's clock.";

    /// <summary>Where a grain would go there is nothing.</summary>
    internal static readonly string? WhyNoMigration = "A silo of the packages that is alone has nowhere to send a grain; tests/Cluster.Tests has three.";

    internal static void Configure(ISiloBuilder silo) => new SiloGroup().Configure(silo);

    /// <summary>A call that has been made will time out by itself.</summary>
    internal static Task PassTimeout(ManualTimeProvider clock, TimeSpan timeout)
    {
        clock.Advance(timeout);
        return Task.CompletedTask;
    }
}
