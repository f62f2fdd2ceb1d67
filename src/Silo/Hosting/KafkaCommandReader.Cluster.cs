using Confluent.Kafka;
using Grainline.Integrations;
using Grainline.Integrations.Commands;
using Microsoft.Extensions.Options;

namespace Grainline.Silo.Hosting;

/// <summary>
/// Reads the commands topic as a member of the group, on a thread of its own, because the client library waits by blocking. Records go to the lanes of their partitions at once, so the group
/// never takes this silo for dead while a command takes long.
/// </summary>
internal sealed partial class KafkaCommandReader(CommandLanes lanes, IOptions<KafkaOptions> options, ILogger<KafkaCommandReader> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan OpenAgainAfter = TimeSpan.FromSeconds(5);

    private readonly KafkaOptions _options = options.Value;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Factory.StartNew(() => Run(stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Run(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Read(stoppingToken);
            }
            catch (KafkaException e)
            {
                LogLost(e);
                stoppingToken.WaitHandle.WaitOne(OpenAgainAfter);
            }
        }
    }

    private void Read(CancellationToken stoppingToken)
    {
        using var consumer = Build();
        var source = new KafkaCommandSource(consumer, logger);
        consumer.Subscribe(_options.CommandsTopic);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
                Read(consumer, source);

            // Tells the group, which has the partitions revoked first.
            consumer.Close();
        }
        finally
        {
            // Nothing may be stored by a consumer that is gone.
            lanes.Abandon(lanes.Partitions);
        }
    }

    private void Read(IConsumer<byte[], byte[]> consumer, KafkaCommandSource source)
    {
        try
        {
            if (consumer.Consume(Look) is { } found)
                lanes.Take(Record(found), source);
        }
        catch (ConsumeException e) when (!e.Error.IsFatal)
        {
            // For instance: the topic does not exist yet. The client goes on by itself.
            LogTrouble(e.Error.Code, e.Error.Reason);
        }
    }

    private IConsumer<byte[], byte[]> Build() => new ConsumerBuilder<byte[], byte[]>(KafkaClient.ForConsumer(_options))
        .SetPartitionsRevokedHandler((_, partitions) => lanes.Leave(Ids(partitions)).Wait())
        .SetPartitionsLostHandler((_, partitions) => lanes.Abandon(Ids(partitions)))
        .SetErrorHandler((_, error) => LogTrouble(error.Code, error.Reason))
        .SetLogHandler((_, log) => LogDetail(log.Facility, log.Message))
        .Build();

    private static List<PartitionId> Ids(IEnumerable<TopicPartitionOffset> partitions) => [.. partitions.Select(p => new PartitionId(p.Topic, p.Partition.Value))];

    private static IncomingRecord Record(ConsumeResult<byte[], byte[]> found) => new(
        new(found.Topic, found.Partition.Value), found.Offset.Value, found.Message.Key ?? [], found.Message.Value ?? [],
        [.. found.Message.Headers.Select(header => new RecordHeader(header.Key, header.GetValueBytes() ?? []))]);

    [LoggerMessage(LogLevel.Warning, "Kafka consumer: {Code}: {Reason}")]
    private partial void LogTrouble(Confluent.Kafka.ErrorCode code, string reason);

    [LoggerMessage(LogLevel.Debug, "Kafka consumer: {Facility}: {Text}")]
    private partial void LogDetail(string facility, string text);

    [LoggerMessage(LogLevel.Error, "The Kafka consumer failed and is opened again")]
    private partial void LogLost(KafkaException e);
}
