using Grainline.Integrations;
using Grainline.Integrations.Outbox;
using Grainline.Journal;
using Grainline.Tests.Conversations;
using Grainline.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Grainline.Tests.Integrations;

/// <summary>Conversations that talk, and relays over their journal.</summary>
internal static class Relaying
{
    public static OutboxRelay Relay(this GrainHost host, IEventProducer producer, ICheckpointStore? checkpoints = null, Action<KafkaOptions>? configure = null)
    {
        var options = new KafkaOptions { Brokers = "nowhere:1" };
        configure?.Invoke(options);
        return new(
            host.Journal, checkpoints ?? host.Checkpoints(), new OnlyFollowerTurns(), producer, Microsoft.Extensions.Options.Options.Create(options), TimeProvider.System, NullLogger<OutboxRelay>.Instance);
    }

    public static ICheckpointStore Checkpoints(this GrainHost host) => host.Services.GetRequiredService<ICheckpointStore>();

    public static async Task Talk(this GrainHost host, string conversation, params string[] texts)
    {
        var grain = host.Conversation(conversation);
        Assert.True((await grain.Open(People.Opening(new("ada", "Ada Lovelace", true, "ada@example.com")))).Succeeded);
        foreach (var text in texts)
            Assert.True((await grain.Post(new(People.Visitor(), Guid.NewGuid().ToString("N"), text))).Succeeded);
    }

    /// <summary>Everything that is in the journal and that others hear of, in the order of the journal.</summary>
    public static async Task<IReadOnlyList<(string Stream, long Seq)>> Published(this GrainHost host) =>
        [.. (await host.Journal.ReadAllAsync(0, 10_000)).Where(e => Envelope.Of(e, new KafkaOptions()) is not null).Select(e => (e.Stream, e.Seq))];

    public static async Task CatchUp(this OutboxRelay relay, GrainHost host)
    {
        await relay.StartAsync(CancellationToken.None);
        await relay.WaitUntilHandledAsync(host.Journal.CommittedPosition).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
        await relay.StopAsync(CancellationToken.None);
    }
}
