using System.Text;
using Confluent.Kafka;
using Grainline.Integrations;

namespace Grainline.Cluster.Tests.Kafka;

/// <summary>A topic seen by somebody else's plain client.</summary>
internal sealed class Topic(string brokers, string name)
{
    private const int Partitions = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Topic New(MockBrokers brokers, string noun) => new(brokers.Addresses, $"{noun}-{Guid.NewGuid():N}");

    public string Name => name;

    public OutgoingRecord Record(string key, string value) => new(name, Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(value), [new("id", value)], DateTimeOffset.UnixEpoch);

    /// <summary>Everything, partition by partition.</summary>
    public IReadOnlyList<ConsumeResult<string, string>> ReadAll()
    {
        using var consumer = Consumer("reader");
        consumer.Assign(Enumerable.Range(0, Partitions).Select(p => new TopicPartitionOffset(name, p, Offset.Beginning)));
        var (read, ended, started) = (new List<ConsumeResult<string, string>>(), new HashSet<int>(), TimeProvider.System.GetTimestamp());
        while (ended.Count < Partitions)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"Only {read.Count} records of {name} could be read.");
            if (consumer.Consume(TimeSpan.FromSeconds(1)) is not { } found)
                continue;
            if (found.IsPartitionEOF)
                ended.Add(found.Partition.Value);
            else
                read.Add(found);
        }

        consumer.Close();
        return read;
    }

    /// <summary>How many records a group has not done with.</summary>
    public long Unread(string group)
    {
        using var consumer = Consumer(group);
        var committed = consumer.Committed(Enumerable.Range(0, Partitions).Select(p => new TopicPartition(name, p)), TimeSpan.FromSeconds(10));
        return committed.Sum(c => consumer.QueryWatermarkOffsets(c.TopicPartition, TimeSpan.FromSeconds(10)).High.Value - Math.Max(0, c.Offset.Value));
    }

    private IConsumer<string, string> Consumer(string group) => new ConsumerBuilder<string, string>(new ConsumerConfig
    {
        BootstrapServers = brokers, GroupId = group, EnablePartitionEof = true, EnableAutoCommit = false, AllowAutoCreateTopics = true,
    }).Build();
}
