using Grainline.Push;
using Grainline.Tickets;
using Grainline.Tickets.Work;
using Microsoft.AspNetCore.SignalR.Protocol;
using Orleans;

namespace Grainline.Gateway.Push;

/// <summary>From a bulk run's pushes to the sockets that follow it. Each picture is whole, so a lost one is repaired by the next, or by asking for it.</summary>
internal sealed partial class RunBridge(RunTopics topics, IGrainFactory grains, IHubProtocol protocol, LeaseClock clock, ILogger<RunBridge> logger)
{
    private const string Prefix = "bulk/";

    public void Changed(BulkRunPush push)
    {
        if (Find(push.Source) is { } topic)
            Tell(topic, push.Run);
    }

    public void Resync(ResyncPush push)
    {
        if (Find(push.Source) is { } topic)
            _ = Refresh(topic);
    }

    /// <summary>Not awaited by the lane: a slow run must not hold up other pushes.</summary>
    public async Task Refresh(Topic topic)
    {
        try
        {
            if (topic.Staff is [var reader, ..] && (await grains.BulkRun(TicketKey.Parse(topic.Key)).View(reader.Actor)).Value is { } run)
                Tell(topic, run);
        }
        catch (Exception e)
        {
            // Fan-out: whoever watches keeps the older picture until the run can be reached and goes on.
            RefreshFailed(e, topic.Key);
        }
    }

    /// <summary>The last picture ends the watching.</summary>
    private void Tell(Topic topic, BulkRunView run)
    {
        if (topic.Staff is not { Length: > 0 } sockets)
            return;
        var frame = Frame.Of(protocol, "BulkRun", run);
        foreach (var socket in sockets)
        {
            socket.Send(frame);
            if (run.EndedAt is not null)
                socket.Leave(topic, clock.Now);
        }
    }

    private Topic? Find(string source) =>
        source.StartsWith(Prefix, StringComparison.Ordinal) && topics.TryGet(source[Prefix.Length..], out var topic) ? topic : null;

    [LoggerMessage(1, LogLevel.Warning, "Bulk run {Key} could not be read again; its watchers keep an older picture")]
    private partial void RefreshFailed(Exception exception, string key);
}
