using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace Grainline.Gateway.Authentication;

internal static class AuthenticationSetup
{
    /// <param name="keys">Says where the data-protection keys lie. Whoever reads them can write tokens; every gateway of a cluster must share them.</param>
    public static IServiceCollection AddSessions(this IServiceCollection services, Action<IDataProtectionBuilder> keys)
    {
        keys(services.AddDataProtection().SetApplicationName("Grainline"));
        services.AddOptions<SessionOptions>().BindConfiguration("Authentication").ValidateDataAnnotations().ValidateOnStart();
        services.AddDemoOptions();
        services.AddSingleton<Tokens>().AddSingleton<SessionCheck>().AddSingleton<SessionDesk>();
        services.AddSingleton<Passwords>().AddSingleton<DemoGuard>().AddSingleton<AddressBudget>();
        services.AddAuthentication(SessionHandler.Scheme).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Scheme, null);
        return services;
    }

    public static void AddDemoOptions(this IServiceCollection services) => services.AddOptions<DemoOptions>().BindConfiguration("Demo");
}
