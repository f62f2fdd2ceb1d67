using Grainline.Conversations;
using Grainline.Journal;
using Grainline.Journal.ReadModels.Search;
using Grainline.Journaling;
using Microsoft.Extensions.Logging;

namespace Grainline.Tickets.Lists;

/// <summary>Keeps the words of tickets and conversations a moment behind the journal. Notes are among them: only staff searches.</summary>
internal sealed class SearchProjection(
    IJournal journal, ISearchRows rows, EventCodec<TicketEvent> tickets, EventCodec<ConversationEvent> conversations, IFollowerTurns turns, TimeProvider time, ILogger<SearchProjection> logger)
    : JournalFollower(journal, rows, turns, time, logger, new() { BatchSize = 2_000, GatherDelay = TimeSpan.FromMilliseconds(200) })
{
    private const string TicketPrefix = "ticket/";
    private const string ConversationPrefix = "conversation/";

    protected override string Projection => ISearchRows.Projection;

    protected override async ValueTask HandleAsync(IReadOnlyList<JournalEntry> batch, CancellationToken cancellationToken)
    {
        var (texts, heads) = (new List<SearchText>(), new Dictionary<TicketKey, SearchHead>());
        foreach (var entry in batch)
        {
            if (entry.Stream.StartsWith(TicketPrefix, StringComparison.Ordinal))
                await Read(TicketKey.Parse(entry.Stream[TicketPrefix.Length..]), tickets.Decode(entry), entry, heads, texts, cancellationToken);
            else if (entry.Stream.StartsWith(ConversationPrefix, StringComparison.Ordinal))
                Read(ConversationKey.Parse(entry.Stream[ConversationPrefix.Length..]), conversations.Decode(entry), entry, texts);
        }

        await rows.WriteAsync(texts, cancellationToken);
    }

    private static void Read(ConversationKey key, ConversationEvent @event, JournalEntry entry, List<SearchText> texts)
    {
        if (@event is MessagePosted { Kind: MessageKind.Text or MessageKind.Note } message)
            texts.Add(new(entry.Position, key.Tenant, SearchKind.Conversation, key.Id, entry.Seq, entry.At, message.Text));
        else if (@event is ConversationOpened opened)
            texts.Add(new(entry.Position, key.Tenant, SearchKind.Conversation, key.Id, 0, entry.At, $"{opened.Subject}\n{opened.Visitor.Name}"));
    }

    private async ValueTask Read(
        TicketKey key, TicketEvent @event, JournalEntry entry, Dictionary<TicketKey, SearchHead> heads, List<SearchText> texts, CancellationToken cancellationToken)
    {
        var head = @event is TicketCreated created ? SearchHead.Of(created)
            : @event is TicketChanged or TicketAbsorbed or TicketParted ? (await Head(key, heads, cancellationToken))?.After(@event)
            : null;
        if (head is not null)
        {
            heads[key] = head;
            texts.Add(Text(0, head.ToString()));
        }

        if (@event is CommentAdded comment)
            texts.Add(Text(entry.Seq, comment.Text));
        if (@event is TicketAbsorbed absorbed)
            texts.AddRange(absorbed.Comments.Select(carried => Text(entry.Seq, carried.Text)));

        SearchText Text(long seq, string text) => new(entry.Position, key.Tenant, SearchKind.Ticket, key.Id, seq, entry.At, text);
    }

    private async ValueTask<SearchHead?> Head(TicketKey key, Dictionary<TicketKey, SearchHead> heads, CancellationToken cancellationToken) =>
        heads.TryGetValue(key, out var known) ? known
        : await rows.HeadAsync(key.Tenant, SearchKind.Ticket, key.Id, cancellationToken) is { } text ? SearchHead.Read(text)
        : null;
}
