using System.Reflection;
using System.Runtime.InteropServices;
using Confluent.Kafka;
using Grainline.Integrations;

namespace Grainline.Silo.Hosting;

/// <summary>The settings of clients. Everything that no record is lost or overtaken by is set here and cannot be configured away.</summary>
internal static class KafkaClient
{
    private const string Native = "librdkafka";

    static KafkaClient() => NativeLibrary.SetDllImportResolver(typeof(Library).Assembly, Find);

    public static ProducerConfig ForProducer(KafkaOptions options) => new(Common(options))
    {
        Acks = Acks.All,
        EnableIdempotence = true,
        // Any gap is fatal: then nothing behind the lost record is sent, and the batch begins anew with another client.
        EnableGaplessGuarantee = true,
        // A record waits for its broker for as long as it takes, in its place.
        MessageTimeoutMs = 0,
        MaxInFlight = 5,
        LingerMs = 5,
        MessageMaxBytes = Math.Max(1_000_000, options.LongestRecord + 16_384),
        QueueBufferingMaxMessages = 100_000,
        QueueBufferingMaxKbytes = 65_536,
        // As Java's clients, so that others find a key's partition.
        Partitioner = Partitioner.Murmur2Random,
    };

    public static ConsumerConfig ForConsumer(KafkaOptions options) => new(Common(options))
    {
        GroupId = options.Group,
        // What lanes have stored is committed in the background and when a partition leaves; nothing else ever is.
        EnableAutoCommit = true,
        AutoCommitIntervalMs = 1_000,
        EnableAutoOffsetStore = false,
        AutoOffsetReset = AutoOffsetReset.Earliest,
        PartitionAssignmentStrategy = PartitionAssignmentStrategy.CooperativeSticky,
        QueuedMaxMessagesKbytes = options.BufferKilobytes,
    };

    private static Dictionary<string, string> Common(KafkaOptions options) => new(options.Client ?? [])
    {
        ["bootstrap.servers"] = options.Brokers!,
        ["client.id"] = options.Client?.GetValueOrDefault("client.id") ?? "grainline",
    };

    // The library's own package brings the native part along; where a distribution has it, it is named by its version only.
    private static IntPtr Find(string name, Assembly assembly, DllImportSearchPath? path) =>
        name != Native ? IntPtr.Zero
        : NativeLibrary.TryLoad(Native, assembly, path, out var found) || NativeLibrary.TryLoad($"{Native}.so.1", out found) ? found
        : IntPtr.Zero;
}
