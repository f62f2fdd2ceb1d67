using Grainline.Journal;
using Grainline.Journal.ReadModels;
using Grainline.Journaling;
using Microsoft.Extensions.Logging;

namespace Grainline.Conversations;

/// <summary>Keeps the list of conversations a moment behind the journal.</summary>
internal sealed class ConversationProjection(
    IJournal journal, IConversationRows rows, EventCodec<ConversationEvent> codec, IFollowerTurns turns, TimeProvider time, ILogger<ConversationProjection> logger)
    : JournalFollower(journal, rows, turns, time, logger, new() { BatchSize = 2_000, GatherDelay = TimeSpan.FromMilliseconds(200) })
{
    private const string StreamPrefix = "conversation/";
    private const int KeptRows = 2_000;

    private readonly string _message = codec.NameOf(typeof(MessagePosted));

    // Conversations that are talked in change with every batch: their rows as last written, so that they are not read back each time.
    private readonly Dictionary<string, (ConversationRow? Row, long Version)> _written = [];

    protected override string Projection => "conversation-list";

    protected override void Forget() => _written.Clear();

    protected override async ValueTask HandleAsync(IReadOnlyList<JournalEntry> batch, CancellationToken cancellationToken)
    {
        var changed = new List<(string Stream, ConversationRow Row, long Version, StoredRow Stored)>();
        foreach (var stream in batch.Where(e => e.Stream.StartsWith(StreamPrefix, StringComparison.Ordinal)).GroupBy(e => e.Stream))
        {
            var key = ConversationKey.Parse(stream.Key[StreamPrefix.Length..]);
            var (row, known) = _written.TryGetValue(stream.Key, out var written) ? written : await Find(key, cancellationToken);
            JournalEntry[] news = [.. stream.Where(e => e.Seq > known)];
            foreach (var (entry, @event) in Telling(news))
                row = ConversationRows.Apply(key.Id, row, @event, entry.At);
            if (row is not null && news is [.., { Seq: var version }])
                changed.Add((stream.Key, row, version, ConversationRows.Store(key.Tenant, row, version)));
        }

        if (changed.Count == 0)
            return;
        await rows.WriteAsync([.. changed.Select(c => c.Stored)], cancellationToken);
        if (_written.Count > KeptRows)
            _written.Clear();
        foreach (var (stream, row, version, _) in changed)
            _written[stream] = (row, version);
    }

    /// <summary>The entries that the row depends on, in their order: a message leaves nothing of those before it, so these need not even be read.</summary>
    private IEnumerable<(JournalEntry Entry, ConversationEvent Event)> Telling(JournalEntry[] news)
    {
        var telling = new Stack<(JournalEntry, ConversationEvent)>();
        var spoken = false;
        for (var at = news.Length - 1; at >= 0; at--)
        {
            if (spoken && news[at].Type == _message)
                continue;
            var @event = codec.Decode(news[at]);
            spoken |= ConversationRows.IsLastWord(@event);
            telling.Push((news[at], @event));
        }

        return telling;
    }

    private async ValueTask<(ConversationRow? Row, long Version)> Find(ConversationKey key, CancellationToken cancellationToken) =>
        await rows.FindAsync(key.Tenant, key.Id, cancellationToken) is { } stored ? (ConversationRows.Load(stored), stored.Version) : (null, 0);
}
