using System.Collections.Concurrent;
using System.Collections.Immutable;
using Grainline.Push;

namespace Grainline.Cluster.Tests.Balancing;

/// <summary>A gateway that remembers how far it has heard of each conversation.</summary>
internal sealed class Ear : IGatewayObserver
{
    public ConcurrentDictionary<string, long> Heard { get; } = new();

    public Task Deliver(ImmutableArray<PushItem> items)
    {
        foreach (var message in items.OfType<MessagePush>())
            Heard.AddOrUpdate(message.Source, message.Message.Seq, (_, before) => Math.Max(before, message.Message.Seq));
        return Task.CompletedTask;
    }
}
