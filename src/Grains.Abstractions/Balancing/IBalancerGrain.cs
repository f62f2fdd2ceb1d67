using System.Collections.Immutable;
using Orleans;

namespace Grainline.Balancing;

/// <summary>The one place of a cluster that compares its silos and decides which conversations move. It decides when it is reported to, so the reports keep it awake.</summary>
[Alias("IBalancerGrain")]
public interface IBalancerGrain : IGrainWithStringKey
{
    /// <summary>A silo tells how it is; the answer is what it shall move away. Each order is given once: one that is not carried out is decided anew, if it still helps.</summary>
    Task<ImmutableArray<MoveOrder>> Report(SiloReport report);
}

public static class BalancerGrains
{
    public static IBalancerGrain Balancer(this IGrainFactory grains) => grains.GetGrain<IBalancerGrain>("cluster");
}
