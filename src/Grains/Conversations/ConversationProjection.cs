using Grainline.Journal;
using Grainline.Journal.ReadModels;
using Grainline.Journaling;
using Microsoft.Extensions.Logging;

namespace Grainline.Conversations;

/// <summary>Keeps the list of conversations a moment behind the journal.</summary>
internal sealed class ConversationProjection(
    IJournal journal, IConversationRows rows, EventCodec<ConversationEvent> codec, TimeProvider time, ILogger<ConversationProjection> logger)
    : JournalFollower(journal, rows, time, logger)
{
    private const string StreamPrefix = "conversation/";

    protected override string Projection => "conversation-list";

    protected override async ValueTask HandleAsync(IReadOnlyList<JournalEntry> batch, CancellationToken cancellationToken)
    {
        var changed = new List<StoredRow>();
        foreach (var stream in batch.Where(e => e.Stream.StartsWith(StreamPrefix, StringComparison.Ordinal)).GroupBy(e => e.Stream))
        {
            var key = ConversationKey.Parse(stream.Key[StreamPrefix.Length..]);
            var stored = await rows.FindAsync(key.Tenant, key.Id, cancellationToken);
            var (row, version) = (stored is null ? null : ConversationRows.Load(stored), stored?.Version ?? 0);
            foreach (var entry in stream.Where(e => e.Seq > version))
                (row, version) = (ConversationRows.Apply(key.Id, row, codec.Decode(entry), entry.At), entry.Seq);
            if (row is not null && version > (stored?.Version ?? 0))
                changed.Add(ConversationRows.Store(key.Tenant, row, version));
        }

        if (changed.Count > 0)
            await rows.WriteAsync(changed, cancellationToken);
    }
}
