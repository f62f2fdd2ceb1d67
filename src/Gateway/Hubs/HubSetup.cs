using Grainline.Gateway.HubFilters;
using Grainline.Gateway.Wire;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Hubs;

internal static class HubSetup
{
    /// <summary>Longest frame a client may send: the longest text in the widest encoding, with room for its envelope.</summary>
    private const int LongestFrame = 65_536;

    public static IServiceCollection AddHubs(this IServiceCollection services)
    {
        services.AddOptions<BudgetOptions>().BindConfiguration("Budgets").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PersonBudgets>().AddSingleton<Push.InboxReader>().AddSingleton<NextInLine>();
        services.AddSignalR(hubs =>
            {
                hubs.MaximumReceiveMessageSize = LongestFrame;
                hubs.MaximumParallelInvocationsPerClient = 1;
                hubs.KeepAliveInterval = TimeSpan.FromSeconds(10);
                // Browsers let a hidden tab's timers, and so its pings, run about once a minute.
                hubs.ClientTimeoutInterval = TimeSpan.FromSeconds(100);
                hubs.HandshakeTimeout = TimeSpan.FromSeconds(10);
                hubs.EnableDetailedErrors = false;
            })
            .AddJsonProtocol(json => WireJson.Apply(json.PayloadSerializerOptions));
        services.AddOptions<HubOptions>().Configure<IServiceProvider>(AddFilters);
        // After SignalR's own: of two protocols of one name the later one speaks.
        services.AddSingleton<IHubProtocol, WireProtocol>();
        services.AddOptions<HubOptions<AgentHub>>().Configure<IOptions<BudgetOptions>>(
            (hub, budgets) => hub.MaximumParallelInvocationsPerClient = budgets.Value.AgentParallelCalls);
        return services;
    }

    public static void MapHubs(this IEndpointRouteBuilder app)
    {
        app.MapHub<VisitorHub>("/hubs/visitor", Transport);
        app.MapHub<AgentHub>("/hubs/agent", Transport);
    }

    /// <summary>From the outermost to the innermost. One of each for the process: named by their types only, SignalR would make each anew for every call.</summary>
    private static void AddFilters(HubOptions hubs, IServiceProvider services)
    {
        foreach (var filter in new[] { typeof(TracingFilter), typeof(PermissionFilter), typeof(BudgetFilter), typeof(RequestFilter), typeof(FaultFilter) })
            hubs.AddFilter((IHubFilter)ActivatorUtilities.CreateInstance(services, filter));
    }

    private static void Transport(HttpConnectionDispatcherOptions options)
    {
        options.Transports = HttpTransportType.WebSockets;
        options.CloseOnAuthenticationExpiration = true;
        options.AllowStatefulReconnects = false;
    }
}
