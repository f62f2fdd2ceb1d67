using System.Text.Json;
using Confluent.Kafka;
using Grainline.Integrations;
using Grainline.Integrations.Outbox;
using Grainline.Journal;
using Grainline.Silo.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Grainline.Cluster.Tests.Kafka;

/// <summary>The relay and the real client library against brokers that it makes up itself.</summary>
public sealed class RelayTests(MockBrokers brokers) : IClassFixture<MockBrokers>
{
    private const int Streams = 40;

    [Fact]
    public async Task Relay_ManyStreams_ArriveOnceAndInOrder()
    {
        var (journal, topic) = (new ListJournal(), Topic.New(brokers, "events"));
        journal.Grow(2_000, Streams);

        await CatchUp(journal, topic);

        var read = topic.ReadAll();
        Assert.Equal(2_000, read.Count);
        Assert.Equal(4, read.Select(r => r.Partition).Distinct().Count());
        AssertWhole(read, 2_000);
    }

    [Fact]
    public async Task Relay_KilledBeforeItsCheckpoint_LosesNothingAndDoublesAreRecognised()
    {
        var (journal, topic) = (new ListJournal { DiesAfter = 1_000 }, Topic.New(brokers, "events"));
        journal.Grow(2_000, Streams);
        using (var relay = Relay(journal, topic))
        {
            await relay.StartAsync(CancellationToken.None);
            await Eventually.Is(() => journal.Checkpoint == 1_000, "half of it is confirmed");
            await Eventually.Is(() => topic.ReadAll().Count > 1_000, "more than that has arrived");
            await relay.StopAsync(CancellationToken.None);
        }

        journal.DiesAfter = long.MaxValue;
        await CatchUp(journal, topic);

        var read = topic.ReadAll();
        Assert.True(read.Count > 2_000, "Nothing came twice: the test did not test.");
        AssertWhole(read, 2_000);
    }

    [Fact]
    public async Task Relay_BrokersStandStill_WaitsAndGoesOn()
    {
        var (journal, topic) = (new ListJournal(), Topic.New(brokers, "events"));
        journal.Grow(100, Streams);
        var trouble = new TroubleLog();
        using var relay = Relay(journal, topic, trouble);
        await relay.StartAsync(CancellationToken.None);
        await Eventually.Is(() => journal.Checkpoint == 100, "the beginning is confirmed");

        await brokers.Freeze();
        journal.Grow(900, Streams);
        // The client has given up connections and repeats what it had sent.
        await Eventually.Is(() => trouble.Count > 3, "the client finds nobody");
        Assert.Equal(100, journal.Checkpoint);
        await brokers.Thaw();
        await Eventually.Is(() => journal.Checkpoint == 1_000, "all is confirmed");
        await relay.StopAsync(CancellationToken.None);

        AssertWhole(topic.ReadAll(), 1_000);
    }

    [Fact]
    public async Task Producer_OneRecordTooLarge_SendsNothingBehindItAndWorksAgain()
    {
        var topic = Topic.New(brokers, "events");
        using var producer = Producer(topic);
        var huge = topic.Record("k", new string('x', 2_000_000));

        await Assert.ThrowsAnyAsync<KafkaException>(() => producer.ProduceAsync([topic.Record("k", "1"), huge, topic.Record("k", "3")], CancellationToken.None));
        Assert.DoesNotContain(topic.ReadAll(), r => r.Message.Value == "3");
        await producer.ProduceAsync([topic.Record("k", "1"), topic.Record("k", "2"), topic.Record("k", "3")], CancellationToken.None);

        Assert.Equal(["1", "2", "3"], topic.ReadAll().Select(r => r.Message.Value).TakeLast(3));
    }

    private static KafkaOptions Options(Topic topic, string addresses) => new()
    {
        Brokers = addresses, EventsTopic = topic.Name, BatchSize = 250,
        Client = new() { ["socket.timeout.ms"] = "3000", ["reconnect.backoff.max.ms"] = "500" },
    };

    private KafkaEventProducer Producer(Topic topic, TroubleLog? trouble = null) => new(Microsoft.Extensions.Options.Options.Create(Options(topic, brokers.Addresses)), trouble ?? new());

    private OutboxRelay Relay(ListJournal journal, Topic topic, TroubleLog? trouble = null) => new(
        journal, journal, new OnlyFollowerTurns(), Producer(topic, trouble), Microsoft.Extensions.Options.Options.Create(Options(topic, brokers.Addresses)), TimeProvider.System, NullLogger<OutboxRelay>.Instance);

    private async Task CatchUp(ListJournal journal, Topic topic)
    {
        using var relay = Relay(journal, topic);
        await relay.StartAsync(CancellationToken.None);
        await Eventually.Is(() => journal.Checkpoint == journal.CommittedPosition, "everything is confirmed");
        await relay.StopAsync(CancellationToken.None);
    }

    /// <summary>By the rule of docs/events.md: what is not newer than the last of its stream is dropped, and then every entry is there once, in order.</summary>
    private static void AssertWhole(IEnumerable<ConsumeResult<string, string>> read, int entries)
    {
        var last = new Dictionary<string, long>();
        foreach (var record in read)
        {
            var root = JsonDocument.Parse(record.Message.Value).RootElement;
            var (stream, seq) = (root.GetProperty("stream").GetString()!, root.GetProperty("seq").GetInt64());
            Assert.Equal(stream, record.Message.Key);
            if (seq <= last.GetValueOrDefault(stream))
                continue;
            Assert.Equal(last.GetValueOrDefault(stream) + 1, seq);
            last[stream] = seq;
        }

        Assert.Equal(entries, last.Values.Sum());
    }
}
