using Grainline.Push;
using Grainline.Routing;
using Microsoft.AspNetCore.SignalR.Protocol;
using Orleans;

namespace Grainline.Gateway.Push;

/// <summary>From queues to the sockets that watch them.</summary>
internal sealed class QueueBridge(QueueTopics topics, IGrainFactory grains, IHubProtocol protocol, ILogger<QueueBridge> logger)
    : PictureBridge<QueueView>(topics, protocol, logger, "Queue")
{
    public void Changed(QueuePush push) => Tell(push.Source, push.Queue);

    protected override async Task<QueueView?> Read(Topic topic) => (await grains.Routing(QueueKey.Parse(topic.Key)).View()).Value;
}
