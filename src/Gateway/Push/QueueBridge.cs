using Grainline.Push;
using Grainline.Routing;
using Microsoft.AspNetCore.SignalR.Protocol;
using Orleans;

namespace Grainline.Gateway.Push;

/// <summary>From a queue's pushes to the sockets that watch it. Each picture is whole, so a lost one is repaired by the next, or by asking for it.</summary>
internal sealed partial class QueueBridge(QueueTopics topics, IGrainFactory grains, IHubProtocol protocol, ILogger<QueueBridge> logger)
{
    private const string Prefix = "queue/";

    public void Changed(QueuePush push)
    {
        if (Find(push.Source) is { } topic)
            Tell(topic, push.Queue);
    }

    /// <summary>A picture was lost and there may be no next one for long: it is fetched.</summary>
    public void Resync(ResyncPush push)
    {
        if (Find(push.Source) is { } topic)
            _ = Refresh(topic);
    }

    /// <summary>Not awaited by the lane: a slow queue must not hold up other pushes.</summary>
    public async Task Refresh(Topic topic)
    {
        try
        {
            var view = await grains.Routing(QueueKey.Parse(topic.Key)).View();
            if (view.Succeeded)
                Tell(topic, view.Value!);
        }
        catch (Exception e)
        {
            // Fan-out: whoever watches keeps the older picture until the queue can be reached and changes again.
            RefreshFailed(e, topic.Key);
        }
    }

    private void Tell(Topic topic, QueueView view)
    {
        if (topic.Staff.Length == 0)
            return;
        var frame = Frame.Of(protocol, "Queue", view);
        foreach (var socket in topic.Staff)
            socket.Send(frame);
    }

    private Topic? Find(string source) =>
        source.StartsWith(Prefix, StringComparison.Ordinal) && topics.TryGet(source[Prefix.Length..], out var topic) ? topic : null;

    [LoggerMessage(1, LogLevel.Warning, "Queue {Key} could not be read again; its watchers keep an older picture")]
    private partial void RefreshFailed(Exception exception, string key);
}
