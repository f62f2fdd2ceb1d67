using Microsoft.AspNetCore.SignalR;

namespace Grainline.Gateway.Push;

internal static class PushSetup
{
    public static IServiceCollection AddPush(this IServiceCollection services)
    {
        services.AddOptions<SocketOptions>().BindConfiguration("Sockets").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Sockets>().AddSingleton<ConversationTopics>().AddSingleton<AgentTopics>();
        services.AddSingleton<ConversationBridge>().AddSingleton<AgentBridge>().AddSingleton<Farewell>();
        services.AddSingleton<GatewayObserver>().AddSingleton<GatewayEar>().AddSingleton<LeaseClock>();
        services.AddSingleton<QueueTopics>().AddSingleton<QueueBridge>().AddSingleton<QueueWatch>().AddHostedService<QueueKeeper>();
        services.AddSingleton<TicketTopics>().AddSingleton<TicketBridge>().AddSingleton<TicketWatch>().AddHostedService<TicketKeeper>();
        services.AddSingleton<RunTopics>().AddSingleton<RunBridge>().AddSingleton<RunWatch>().AddHostedService<RunKeeper>();
        services.AddSingleton<TicketFeedTopics>().AddSingleton<TicketFeedBridge>().AddSingleton<TicketFeedWatch>().AddHostedService<TicketFeedKeeper>();
        services.AddSingleton<AllTopics>().AddHostedService<RosterKeeper>();
        services.AddSingleton<ConversationWatch>().AddSingleton<AgentWatch>();
        // The bridge follows conversations, and following needs the observer that feeds the bridge.
        services.AddSingleton(provider => new Lazy<ConversationWatch>(provider.GetRequiredService<ConversationWatch>));
        services.AddHostedService<LeaseKeeper>().AddHostedService<SessionWatch>();
        services.AddSingleton(typeof(HubLifetimeManager<>), typeof(SocketLifetime<>));
        return services;
    }
}
