using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Grainline.Gateway.Push;

/// <summary>The registry of one kind: key to <see cref="Topic"/>. Finding a key's sockets costs one look-up, however many connections there are.</summary>
/// <param name="prefix">What stands before a key in the source of a push.</param>
internal abstract class Topics(string prefix = "")
{
    private readonly ConcurrentDictionary<string, Topic> _topics = new();

    public IEnumerable<Topic> All => _topics.Select(pair => pair.Value);

    public int Count => _topics.Count;

    public bool TryGet(string key, [NotNullWhen(true)] out Topic? topic) => _topics.TryGetValue(key, out topic);

    /// <summary>The topic that a push is for; null when nobody here wants it. Counted also when the first who does has not joined yet.</summary>
    public Topic? Pushed(string source)
    {
        if (!source.StartsWith(prefix, StringComparison.Ordinal) || !TryGet(source[prefix.Length..], out var topic))
            return null;
        topic.Pushed();
        return topic;
    }

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

internal sealed class QueueTopics() : Topics("queue/");

internal sealed class TicketTopics() : Topics("ticket/");

internal sealed class RunTopics() : Topics("bulk/");

/// <summary>Keyed by tenant.</summary>
internal sealed class TicketFeedTopics() : Topics("tickets/");
