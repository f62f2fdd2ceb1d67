using Grainline.Tickets;
using Grainline.Tickets.Work;
using Microsoft.AspNetCore.SignalR.Protocol;
using Orleans;

namespace Grainline.Gateway.Push;

/// <summary>From bulk runs to the sockets that follow them. The last picture ends the watching.</summary>
internal sealed class RunBridge(RunTopics topics, IGrainFactory grains, IHubProtocol protocol, LeaseClock clock, ILogger<RunBridge> logger)
    : PictureBridge<BulkRunView>(topics, protocol, logger, "BulkRun")
{
    public void Changed(BulkRunPush push) => Tell(push.Source, push.Run);

    protected override async Task<BulkRunView?> Read(Topic topic) =>
        topic.Staff is [var reader, ..] ? (await grains.BulkRun(TicketKey.Parse(topic.Key)).View(reader.Actor)).Value : null;

    protected override void Told(Socket socket, Topic topic, BulkRunView run)
    {
        if (run.EndedAt is not null)
            socket.Leave(topic, clock.Now);
    }
}
