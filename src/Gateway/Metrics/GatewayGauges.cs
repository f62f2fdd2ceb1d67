using Grainline.Gateway.Hosting;
using Grainline.Gateway.Push;

namespace Grainline.Gateway.Metrics;

/// <summary>Gauges that are read rather than counted. They live as long as their host.</summary>
internal sealed class GatewayGauges : IDisposable
{
    private readonly System.Diagnostics.Metrics.Meter _meter = new(GatewayMetrics.Name);

    public GatewayGauges(Sockets sockets, ConversationTopics conversations, AgentTopics agents, QueueTopics queues, TicketFeedTopics ticketFeeds)
    {
        _meter.CreateObservableGauge("grainline.sockets", () => sockets.Count, description: "Open sockets.");
        _meter.CreateObservableGauge("grainline.topics", () => new System.Diagnostics.Metrics.Measurement<int>[]
        {
            new(conversations.Count, new KeyValuePair<string, object?>("kind", "conversation")),
            new(agents.Count, new KeyValuePair<string, object?>("kind", "agent")),
            new(queues.Count, new KeyValuePair<string, object?>("kind", "queue")),
            new(ticketFeeds.Count, new KeyValuePair<string, object?>("kind", "tickets")),
        }, description: "Conversations, agents, queues and ticket feeds that this gateway listens to.");
    }

    public void Dispose() => _meter.Dispose();
}
