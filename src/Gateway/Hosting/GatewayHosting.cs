using Grainline.Gateway.Apis;
using Grainline.Gateway.Attachments;
using Grainline.Gateway.Authentication;
using Grainline.Gateway.Authorization;
using Grainline.Gateway.Hubs;
using Grainline.Gateway.Metrics;
using Grainline.Gateway.Push;
using Microsoft.AspNetCore.DataProtection;

namespace Grainline.Gateway.Hosting;

/// <summary>The public door: sockets, REST, pages.</summary>
public static class GatewayHosting
{
    /// <summary>Adds the gateway. It needs an <c>IGrainFactory</c> and an <c>IBlobStore</c> among the services; everything else it asks of grains.</summary>
    /// <param name="keys">Says where the data-protection keys lie; every gateway of one installation shares them.</param>
    public static IServiceCollection AddGateway(this IServiceCollection services, Action<IDataProtectionBuilder> keys)
    {
        services.TryAddTime();
        services.AddOptions<DrainOptions>().BindConfiguration("Drain").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Readiness>().AddSingleton<SocketDoor>().AddSingleton<PrometheusPage>().AddSingleton<GatewayGauges>();
        return services.AddQuietLogs().AddProxyHeaders().AddSessions(keys).AddPush().AddHubs().AddApis().AddAttachments().AddWidgetOrigins().AddHostedService<Drain>();
    }

    public static void MapGateway(this WebApplication app)
    {
        app.Services.GetRequiredService<PrometheusPage>();
        app.Services.GetRequiredService<GatewayGauges>();
        app.UseForwardedHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages(FaultHandler.Explain);
        app.UseSecurityHeaders();
        app.UsePages();
        app.UseWidgetOrigins();
        app.UseAuthentication();
        app.MapHubs();
        app.MapApis();
        app.MapPages();
    }

    private static void TryAddTime(this IServiceCollection services)
    {
        if (services.All(service => service.ServiceType != typeof(TimeProvider)))
            services.AddSingleton(TimeProvider.System);
    }
}
