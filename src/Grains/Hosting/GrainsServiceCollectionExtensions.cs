using System.Text.Json.Serialization;
using Grainline.Agents;
using Grainline.Attachments;
using Grainline.Balancing;
using Grainline.Conversations;
using Grainline.Deadlines;
using Grainline.Ids;
using Grainline.Journaling;
using Grainline.Push;
using Grainline.Routing;
using Grainline.Routing.Policies;
using Grainline.Routing.Replay;
using Grainline.Security;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using Grainline.Tickets.Lists;
using Grainline.Tickets.Numbers;
using Grainline.Tickets.Work;
using Grainline.Visitors;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Grainline.Hosting;

/// <summary>Everything the grains need besides the runtime, a journal with node leases, registered before this, a store of blobs and a grain storage named <c>journal</c>.</summary>
public static class GrainsServiceCollectionExtensions
{
    public static IServiceCollection AddGrains(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(typeof(GrainJournal<>));
        services.AddSingleton<IdSource>().AddSingleton<IIdSource>(provider => provider.GetRequiredService<IdSource>()).AddHostedService<NodeKeeper>();
        services.AddSingleton<GatewayLinks>();
        services.AddHostedService<DeadlineWaker>();
        services.AddHostedService<ConversationProjection>().AddSingleton<ConversationDirectory>();
        services.AddSingleton<ReplayReader>().AddSingleton<QueueReplays>();
        services.AddHostedService<DecisionProjection>().AddSingleton<DecisionDirectory>();
        services.AddSingleton<DeskCatalog>();
        services.AddSingleton<AttachmentCheck>().AddSingleton<PreviewMaker>().AddHostedService<OrphanSweep>();
        services.AddSingleton<IAttachmentScanner, CommandScanner>().AddSingleton<IAttachmentScanner, HttpScanner>();
        services.AddTicketLists();
        services.AddSingleton<RoutingPolicies>();
        foreach (var kind in PolicyKind.All)
            services.AddSingleton(kind);
        return services
            .AddEvents<ConversationEvent>(ConversationJson.Default)
            .AddEvents<AgentEvent>(AgentJson.Default)
            .AddEvents<RoutingEvent>(RoutingJson.Default)
            .AddEvents<VisitorEvent>(VisitorJson.Default)
            .AddEvents<DeadlineEvent>(DeadlineJson.Default)
            .AddEvents<TicketEvent>(TicketJson.Default)
            .AddEvents<TenantEvent>(SecurityJson.Default)
            .AddEvents<AccountEvent>(SecurityJson.Default)
            .AddEvents<SiteEvent>(SecurityJson.Default)
            .AddEvents<InstallationEvent>(SecurityJson.Default)
            .AddEvents<TicketNumberEvent>(TicketNumberJson.Default)
            .AddEvents<DeskEvent>(DeskJson.Default)
            .AddEvents<AttachmentEvent>(AttachmentJson.Default)
            .AddEvents<QuotaEvent>(AttachmentJson.Default)
            .AddEvents<SavedViewEvent>(SavedViewJson.Default)
            .AddEvents<TicketSagaEvent>(TicketSagaJson.Default)
            .AddEvents<BulkRunEvent>(BulkRunJson.Default)
            .AddEvents<BalancingEvent>(BalancingJson.Default)
            .AddSection<IdOptions>(configuration, "Ids")
            .AddSection<BalancingOptions>(configuration, "Balancing")
            .AddSection<AttachmentOptions>(configuration, "Attachments")
            .AddSection<ConversationOptions>(configuration, "Conversations")
            .AddSection<TicketOptions>(configuration, "Tickets")
            .AddSection<TicketWorkOptions>(configuration, "TicketWork")
            .AddSection<SearchOptions>(configuration, "Search")
            .AddSection<AgentOptions>(configuration, "Agents")
            .AddSection<RoutingOptions>(configuration, "Routing")
            .AddSection<ReplayOptions>(configuration, "Replays")
            .AddSection<SecurityOptions>(configuration, "Security")
            .AddSection<TicketNumberOptions>(configuration, "TicketNumbers")
            .AddSection<PushOptions>(configuration, "Push");
    }

    private static IServiceCollection AddEvents<TEvent>(this IServiceCollection services, JsonSerializerContext json)
        where TEvent : class =>
        services.AddSingleton(_ => new EventCodec<TEvent>(json));

    private static IServiceCollection AddSection<TOptions>(this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class
    {
        services.AddOptions<TOptions>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
