using Grainline.Integrations;

namespace Grainline.Silo.Hosting;

internal static class KafkaSetup
{
    /// <summary>One machine has no Kafka. Whoever configures one is told so instead of waiting for events.</summary>
    public static void AddKafka(this WebApplicationBuilder builder) =>
        builder.Services.AddIntegrationOptions().AddOptions<KafkaOptions>().Validate(
            static options => string.IsNullOrEmpty(options.Brokers), "Kafka:Brokers is for the Cluster edition; this is the Standalone edition.");
}
