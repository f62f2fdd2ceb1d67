using Confluent.Kafka;
using Grainline.Integrations.Commands;

namespace Grainline.Silo.Hosting;

/// <summary>What lanes may ask of the consumer. A partition that has just left cannot be asked for anything, and need not be: its next reader begins where it was committed.</summary>
internal sealed partial class KafkaCommandSource(IConsumer<byte[], byte[]> consumer, ILogger logger) : ICommandSource
{
    public void Store(PartitionId partition, long next) =>
        Ask(partition, () => consumer.StoreOffset(new TopicPartitionOffset(partition.Topic, partition.Partition, next)));

    public void Pause(PartitionId partition) => Ask(partition, () => consumer.Pause([new(partition.Topic, partition.Partition)]));

    public void Resume(PartitionId partition) => Ask(partition, () => consumer.Resume([new(partition.Topic, partition.Partition)]));

    private void Ask(PartitionId partition, Action ask)
    {
        try
        {
            ask();
        }
        catch (KafkaException e)
        {
            LogGone(e, partition.Topic, partition.Partition);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Topic} [{Partition}] is no longer this silo's")]
    private partial void LogGone(Exception e, string topic, int partition);
}
