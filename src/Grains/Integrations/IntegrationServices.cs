using Grainline.Integrations.Commands;
using Grainline.Integrations.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Grainline.Integrations;

/// <summary>What tells other systems and listens to them, but for the client library: an <see cref="IEventProducer"/> is registered by whoever hosts this, a new one for everybody who asks.</summary>
internal static class IntegrationServices
{
    /// <summary>Options are there in any case, so that a wrong one is told at the start.</summary>
    public static IServiceCollection AddIntegrationOptions(this IServiceCollection services)
    {
        services.AddOptions<KafkaOptions>().BindConfiguration("Kafka").ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<IValidateOptions<KafkaOptions>, KafkaOptionsCheck>();
    }

    public static IServiceCollection AddOutbox(this IServiceCollection services) => services.AddHostedService<OutboxRelay>();

    public static IServiceCollection AddCommands(this IServiceCollection services) =>
        services.AddSingleton<ICommandDesk, CommandDesk>().AddSingleton<CommandHandler>().AddSingleton<CommandLanes>();
}
