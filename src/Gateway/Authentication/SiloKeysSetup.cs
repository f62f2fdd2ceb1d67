using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Grainline.Gateway.Authentication;

public static class SiloKeysSetup
{
    /// <summary>Keys lie with the silos, so that every gateway reads what any of them has written.</summary>
    public static IDataProtectionBuilder PersistKeysToSilos(this IDataProtectionBuilder protection)
    {
        protection.Services.AddSingleton<SiloKeys>().AddHostedService<SiloKeysLoader>();
        protection.Services.AddOptions<KeyManagementOptions>().Configure<SiloKeys>((management, keys) => management.XmlRepository = keys);
        return protection;
    }
}
