using Grainline.Gateway.Hosting;
using Orleans.Configuration;

namespace Grainline.Silo.Hosting;

/// <summary>How soon silos agree that one of them is dead. Orleans' own defaults stand in brackets.</summary>
internal static class SiloLiveness
{
    public static void Apply(MembershipOptions membership, ClusterMembershipOptions liveness)
    {
        liveness.ProbeTimeout = membership.ProbeTimeout; // 5 s
        liveness.NumMissedProbesLimit = membership.MissedProbes; // 3
        // After a crash of the whole cluster a new silo waits until the entries of the dead ones look stale: three of these (30 s).
        liveness.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        // Silos tell each other of changes; the table repairs what was not heard (60 s).
        liveness.TableRefreshTimeout = TimeSpan.FromSeconds(10);
    }
}
