namespace Grainline.Gateway.Push;

/// <summary>Topics of every kind.</summary>
internal sealed class AllTopics(ConversationTopics conversations, AgentTopics agents, QueueTopics queues, TicketTopics tickets, RunTopics runs, TicketFeedTopics ticketFeeds, LeaseClock clock)
{
    private readonly Topics[] _kinds = [conversations, agents, queues, tickets, runs, ticketFeeds];

    /// <summary>Whoever speaks under this name has forgotten this gateway: its lease is taken again at the next sweep, and the sockets read what they may have missed.</summary>
    public void Lapse(string source)
    {
        foreach (var kind in _kinds)
            kind.Pushed(source)?.Lapse(clock.Now);
    }

    /// <summary>Nobody knows which grains were lost.</summary>
    public void LapseAll()
    {
        foreach (var topic in _kinds.SelectMany(kind => kind.All))
            topic.Lapse(clock.Now);
    }
}
