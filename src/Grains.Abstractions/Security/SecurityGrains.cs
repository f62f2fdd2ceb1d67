using Orleans;

namespace Grainline.Security;

public static class SecurityGrains
{
    /// <summary>Logins are unique in the installation, whatever their case.</summary>
    public static IAccountGrain Account(this IGrainFactory grains, string login) => grains.GetGrain<IAccountGrain>(login.ToLowerInvariant());

    public static ITenantGrain Tenant(this IGrainFactory grains, string tenant) => grains.GetGrain<ITenantGrain>(tenant);

    public static ISiteGrain Site(this IGrainFactory grains, string siteKey) => grains.GetGrain<ISiteGrain>(siteKey);

    public static IInstallationGrain Installation(this IGrainFactory grains) => grains.GetGrain<IInstallationGrain>("installation");

    public static IKeyRingGrain KeyRing(this IGrainFactory grains) => grains.GetGrain<IKeyRingGrain>("sessions");
}
