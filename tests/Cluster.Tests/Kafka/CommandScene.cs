using System.Collections.Concurrent;
using Grainline.Integrations;
using Grainline.Integrations.Commands;
using Grainline.Refusals;
using Grainline.Silo.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Grainline.Cluster.Tests.Kafka;

/// <summary>A group of readers on topics of its own, whose commands go to a desk that tests answer for.</summary>
internal sealed class CommandScene(MockBrokers brokers) : ICommandDesk
{
    private readonly ConcurrentQueue<Command> _asked = new();

    public Topic Commands { get; } = Topic.New(brokers, "commands");

    public Topic DeadLetters { get; } = Topic.New(brokers, "dead");

    public string Group { get; } = $"group-{Guid.NewGuid():N}";

    /// <summary>What a grain says to a command.</summary>
    public Func<Command, Refusal?> Answer { get; set; } = static _ => null;

    /// <summary>Every attempt, in order of time.</summary>
    public IReadOnlyList<Command> Asked => [.. _asked];

    public async Task<Refusal?> Run(Command command)
    {
        await Task.Yield();
        _asked.Enqueue(command);
        return Answer(command);
    }

    public KafkaCommandReader Reader()
    {
        var options = Options();
        var handler = new CommandHandler(this, Producer(), options, TimeProvider.System, NullLogger<CommandHandler>.Instance);
        return new(new CommandLanes(handler, options, TimeProvider.System), options, NullLogger<KafkaCommandReader>.Instance);
    }

    /// <summary>Commands numbered from <paramref name="from"/>; those of one key belong to one conversation.</summary>
    public async Task Send(int from, int count, int keys)
    {
        using var producer = Producer();
        await producer.ProduceAsync([.. Enumerable.Range(from, count).Select(i => Commands.Record($"c{i % keys}", Json(i, keys)))], CancellationToken.None);
    }

    public async Task Send(string value)
    {
        using var producer = Producer();
        await producer.ProduceAsync([Commands.Record("k", value)], CancellationToken.None);
    }

    private static string Json(int i, int keys) =>
        $$$"""{"version":1,"id":"n-{{{i}}}","type":"conversation.post","tenant":"acme","source":"orders","data":{"conversationId":"c{{{i % keys}}}","text":"{{{i}}}"}}""";

    private KafkaEventProducer Producer() => new(Options(), NullLogger<KafkaEventProducer>.Instance);

    private Microsoft.Extensions.Options.IOptions<KafkaOptions> Options() => Microsoft.Extensions.Options.Options.Create(new KafkaOptions
    {
        Brokers = brokers.Addresses, CommandsTopic = Commands.Name, DeadLettersTopic = DeadLetters.Name, Group = Group,
        FirstRetry = TimeSpan.FromMilliseconds(20), LongestRetry = TimeSpan.FromMilliseconds(100), RevokePatience = TimeSpan.FromSeconds(1), LaneCapacity = 8,
        Client = new() { ["session.timeout.ms"] = "6000", ["heartbeat.interval.ms"] = "500", ["topic.metadata.refresh.interval.ms"] = "1000" },
    });
}
