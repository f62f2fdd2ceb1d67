using Grainline.Push;
using Grainline.Refusals;
using Grainline.Tickets;
using Grainline.Tickets.Work;
using Orleans;

namespace Grainline.Gateway.Push;

/// <summary>Lets staff's sockets follow bulk runs until they are over.</summary>
internal sealed class RunWatch(RunTopics topics, GatewayEar ear, IGrainFactory grains, LeaseClock clock) : TopicWatch<BulkRunView>(topics, ear, clock)
{
    public Task<Outcome<BulkRunView>> Watch(Socket socket, TicketKey key) => Watch(socket, key.ToString());

    protected override Task<Outcome<BulkRunView>> Subscribe(string key, Subscription subscription, Actor reader) => grains.BulkRun(TicketKey.Parse(key)).Subscribe(subscription, reader);

    protected override Task Unsubscribe(string key, string gateway) => grains.BulkRun(TicketKey.Parse(key)).Unsubscribe(gateway);

    protected override bool IsOver(BulkRunView view) => view.EndedAt is not null;
}
