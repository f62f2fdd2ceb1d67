using System.Text;
using Grainline.Integrations;
using Grainline.Integrations.Commands;
using Grainline.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Grainline.Tests.Integrations;

/// <summary>Records, lanes over real grains, and a source that remembers what it was asked.</summary>
internal sealed class CommandScene(GrainHost host) : ICommandSource
{
    public const string Topic = "commands";

    private readonly Lock _lock = new();
    private readonly Dictionary<int, long> _stored = [];
    private readonly HashSet<int> _paused = [];

    public KafkaOptions Options { get; } = new() { FirstRetry = TimeSpan.FromMilliseconds(10), LongestRetry = TimeSpan.FromMilliseconds(20), RevokePatience = TimeSpan.FromMilliseconds(100) };

    public FakeProducer DeadLetters { get; } = new();

    /// <summary>How often a partition was paused.</summary>
    public int Pauses { get; private set; }

    public CommandHandler Handler() =>
        new(new CommandDesk(host.Grains), DeadLetters, Microsoft.Extensions.Options.Options.Create(Options), TimeProvider.System, NullLogger<CommandHandler>.Instance);

    public CommandLanes Lanes() => new(Handler(), Microsoft.Extensions.Options.Options.Create(Options), TimeProvider.System);

    public static IncomingRecord Record(string json, long offset = 0, int partition = 0) =>
        new(new(Topic, partition), offset, "key"u8.ToArray(), Encoding.UTF8.GetBytes(json), [new RecordHeader("trace", "t1")]);

    public static IncomingRecord Post(string text, long offset = 0, int partition = 0, string conversation = "c1") => Record(
        $$$"""{"version":1,"type":"conversation.post","tenant":"acme","source":"orders","data":{"conversationId":"{{{conversation}}}","text":"{{{text}}}"}}""", offset, partition);

    public long? Stored(int partition = 0)
    {
        lock (_lock)
            return _stored.TryGetValue(partition, out var next) ? next : null;
    }

    public bool Paused(int partition = 0)
    {
        lock (_lock)
            return _paused.Contains(partition);
    }

    public Task Becomes(long stored, int partition = 0) => Eventually.Becomes(() => Task.FromResult(Stored(partition)), next => next == stored);

    public async Task<IReadOnlyList<string>> Texts(string conversation = "c1") =>
        [.. (await host.Conversation(conversation).Sync(new(Actor.System, 0, 200))).Value!.Messages.Where(m => m.Author.Id == "orders").Select(m => m.Text!)];

    public void Store(PartitionId partition, long next)
    {
        lock (_lock)
            _stored[partition.Partition] = next;
    }

    public void Pause(PartitionId partition)
    {
        lock (_lock)
        {
            _paused.Add(partition.Partition);
            Pauses++;
        }
    }

    public void Resume(PartitionId partition)
    {
        lock (_lock)
            _paused.Remove(partition.Partition);
    }
}
