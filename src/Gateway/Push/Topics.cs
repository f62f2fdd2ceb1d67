using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Grainline.Gateway.Push;

/// <summary>The registry of one kind: key to <see cref="Topic"/>. Finding a key's sockets costs one look-up, however many connections there are.</summary>
internal class Topics
{
    private readonly ConcurrentDictionary<string, Topic> _topics = new();

    public IEnumerable<Topic> All => _topics.Select(pair => pair.Value);

    public int Count => _topics.Count;

    public bool TryGet(string key, [NotNullWhen(true)] out Topic? topic) => _topics.TryGetValue(key, out topic);

    /// <summary>The topic of the key, made if need be, with its gate held: the caller must <see cref="Topic.Exit"/>.</summary>
    public async Task<Topic> Enter(string key)
    {
        while (true)
        {
            var topic = _topics.GetOrAdd(key, static k => new Topic(k));
            await topic.Enter();
            if (!topic.Retired)
                return topic;
            topic.Exit();
        }
    }

    /// <summary>Forgets an empty topic. Its gate must be held.</summary>
    public void Retire(Topic topic)
    {
        topic.Retired = true;
        _topics.TryRemove(new(topic.Key, topic));
    }
}

internal sealed class ConversationTopics : Topics;

internal sealed class AgentTopics : Topics;

internal sealed class QueueTopics : Topics;

/// <summary>Keyed by tenant.</summary>
internal sealed class TicketFeedTopics : Topics;

internal sealed class TicketTopics : Topics;

internal sealed class RunTopics : Topics;
