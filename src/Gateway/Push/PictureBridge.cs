using Grainline.Push;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Grainline.Gateway.Push;

/// <summary>From pushes that are whole pictures to the sockets that watch. A lost one is repaired by the next, or by asking for it.</summary>
/// <param name="told">Name of the sockets' event.</param>
internal abstract partial class PictureBridge<TView>(Topics topics, IHubProtocol protocol, ILogger logger, string told)
    where TView : class
{
    /// <summary>A picture was lost and there may be no next one for long: it is fetched.</summary>
    public void Resync(ResyncPush push)
    {
        if (topics.Pushed(push.Source) is { } topic)
            _ = Refresh(topic);
    }

    /// <summary>Not awaited by the lane: a slow grain must not hold up other pushes.</summary>
    public async Task Refresh(Topic topic)
    {
        try
        {
            if (await Read(topic) is { } view)
                Tell(topic, view);
        }
        catch (Exception e)
        {
            // Fan-out: whoever watches keeps the older picture until the grain can be reached and changes again.
            RefreshFailed(e, told, topic.Key);
        }
    }

    protected void Tell(string source, TView view)
    {
        if (topics.Pushed(source) is { } topic)
            Tell(topic, view);
    }

    /// <summary>The picture of this moment; null when there is none to be told.</summary>
    protected abstract Task<TView?> Read(Topic topic);

    /// <summary>After a socket was told.</summary>
    protected virtual void Told(Socket socket, Topic topic, TView view)
    {
    }

    private void Tell(Topic topic, TView view)
    {
        if (topic.Staff is not { Length: > 0 } sockets)
            return;
        var frame = Frame.Of(protocol, told, view);
        foreach (var socket in sockets)
        {
            socket.Send(frame);
            Told(socket, topic, view);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Event} of {Key} could not be read again; its watchers keep an older picture")]
    private partial void RefreshFailed(Exception exception, string @event, string key);
}
