using Grainline.Integrations;

namespace Grainline.Silo.Hosting;

internal static class KafkaSetup
{
    /// <summary>Every silo is ready to send events, one at a time does, and all read commands together. Without brokers there is nothing of it. Whether a silo is ready has nothing to do with Kafka.</summary>
    public static void AddKafka(this WebApplicationBuilder builder)
    {
        builder.Services.AddIntegrationOptions();
        var options = builder.Configuration.GetSection("Kafka").Get<KafkaOptions>() ?? new();
        if (string.IsNullOrWhiteSpace(options.Brokers))
            return;
        builder.Services.AddTransient<IEventProducer, KafkaEventProducer>().AddOutbox();
        if (!string.IsNullOrWhiteSpace(options.CommandsTopic))
            builder.Services.AddCommands().AddHostedService<KafkaCommandReader>();
    }
}
