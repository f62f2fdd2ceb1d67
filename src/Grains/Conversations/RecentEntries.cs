using System.Collections.Immutable;

namespace Grainline.Conversations;

/// <summary>The newest visible entries, so that most resumes need no read. Complete for every seq above <see cref="From"/>.</summary>
internal sealed class RecentEntries(int capacity)
{
    private readonly Queue<(MessageView Message, Audience Audience)> _entries = new();

    public long From { get; private set; }

    public void StartAfter(long seq) => From = seq;

    public void Add(MessageView message, Audience audience)
    {
        if (_entries.Count == capacity)
            From = _entries.Dequeue().Message.Seq;
        _entries.Enqueue((message, audience));
    }

    public bool Covers(long after) => after >= From;

    public ImmutableArray<MessageView> Page(Actor reader, long after, int limit) =>
        Chain(_entries.Where(e => e.Message.Seq > after && e.Audience.Includes(reader)).Take(limit).Select(e => e.Message), after);

    /// <summary>Links messages by <c>prev</c>, beginning at what the reader says it has.</summary>
    public static ImmutableArray<MessageView> Chain(IEnumerable<MessageView> messages, long after)
    {
        var chained = ImmutableArray.CreateBuilder<MessageView>();
        foreach (var message in messages)
        {
            chained.Add(message with { Prev = after });
            after = message.Seq;
        }

        return chained.DrainToImmutable();
    }
}
