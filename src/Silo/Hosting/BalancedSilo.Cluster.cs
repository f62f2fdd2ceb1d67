using Grainline.Balancing;
using Orleans;
using Orleans.Core.Internal;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace Grainline.Silo.Hosting;

/// <summary>This silo by the packages' own account, and their way to move a grain: the placement hint says where to, and the grain goes once it is idle.</summary>
internal sealed class BalancedSilo(ILocalSiloDetails local, IClusterMembershipService membership, IGrainFactory grains) : IBalancedSilo
{
    public async Task<SiloCondition> Look()
    {
        var statistics = (await grains.GetGrain<IManagementGrain>(0).GetRuntimeStatistics([local.SiloAddress]))[0];
        var known = membership.CurrentSnapshot;
        return new(
            local.SiloAddress.ToParsableString(),
            known.Version.Value,
            [.. known.Members.Values.Where(m => m.Status == SiloStatus.Active).Select(m => m.SiloAddress.ToParsableString()).Order(StringComparer.Ordinal)],
            statistics.ActivationCount,
            statistics.EnvironmentStatistics.FilteredCpuUsagePercentage,
            statistics.IsOverloaded);
    }

    public async Task Move(string grain, string target)
    {
        var before = RequestContext.Get(IPlacementDirector.PlacementHintKey);
        RequestContext.Set(IPlacementDirector.PlacementHintKey, SiloAddress.FromParsableString(target));
        try
        {
            await grains.GetGrain<IGrainManagementExtension>(GrainId.Parse(grain)).MigrateOnIdle();
        }
        finally
        {
            if (before is null)
                RequestContext.Remove(IPlacementDirector.PlacementHintKey);
            else
                RequestContext.Set(IPlacementDirector.PlacementHintKey, before);
        }
    }
}
