using Grainline.Push;
using Grainline.Refusals;
using Grainline.Tickets;
using Orleans;

namespace Grainline.Gateway.Push;

/// <summary>Lets staff's sockets follow single tickets.</summary>
internal sealed class TicketWatch(TicketTopics topics, GatewayEar ear, IGrainFactory grains, LeaseClock clock) : TopicWatch<TicketView>(topics, ear, clock)
{
    public Task<Outcome<TicketView>> Watch(Socket socket, TicketKey key) => Watch(socket, key.ToString());

    public Task<Outcome<Done>> Unwatch(Socket socket, TicketKey key) => Unwatch(socket, key.ToString());

    protected override Task<Outcome<TicketView>> Subscribe(string key, Subscription subscription, Actor reader) => grains.Ticket(TicketKey.Parse(key)).Subscribe(subscription, reader);

    protected override Task Unsubscribe(string key, string gateway) => grains.Ticket(TicketKey.Parse(key)).Unsubscribe(gateway);
}
