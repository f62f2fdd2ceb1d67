using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace Grainline.Gateway.Authentication;

internal static class AuthenticationSetup
{
    /// <param name="keys">Folder of the data-protection keys. Whoever reads it can write tokens; every gateway of a cluster must share it.</param>
    public static IServiceCollection AddSessions(this IServiceCollection services, DirectoryInfo keys)
    {
        services.AddDataProtection().SetApplicationName("Grainline").PersistKeysToFileSystem(keys);
        services.AddOptions<SessionOptions>().BindConfiguration("Authentication").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DemoOptions>().BindConfiguration("Demo");
        services.AddSingleton<Tokens>().AddSingleton<SessionCheck>().AddSingleton<SessionDesk>();
        services.AddSingleton<Passwords>().AddSingleton<DemoGuard>().AddSingleton<AddressBudget>();
        services.AddAuthentication(SessionHandler.Scheme).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Scheme, null);
        return services;
    }
}
