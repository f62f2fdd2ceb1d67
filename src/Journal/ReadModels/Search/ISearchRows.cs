namespace Grainline.Journal.ReadModels.Search;

/// <summary>Where words of tickets and conversations are kept. It can be thrown away: its projection builds it again from the journal.</summary>
public interface ISearchRows : ICheckpointStore
{
    /// <summary>Name of the one projection that writes here. Its checkpoint is stored with the texts, and thrown away with them.</summary>
    const string Projection = "search";

    /// <summary>The text of a ticket's or conversation's head as last written; null when there is none.</summary>
    ValueTask<string?> HeadAsync(string tenant, SearchKind kind, string id, CancellationToken cancellationToken = default);

    /// <summary>All or nothing; in order of position. Texts up to the checkpoint change nothing, so batches may come twice, cut as they like.</summary>
    ValueTask WriteAsync(IReadOnlyCollection<SearchText> texts, CancellationToken cancellationToken = default);

    /// <summary>
    /// The best matches, the newest texts first: what is ranked are the newest <see cref="SearchRowQuery.Candidates"/> texts that match and that the reader may see; the next page goes on behind them.
    /// </summary>
    ValueTask<SearchRowPage> SearchAsync(SearchRowQuery query, CancellationToken cancellationToken = default);
}

public enum SearchKind
{
    Ticket,
    Conversation,
}

/// <summary>Words to be found.</summary>
/// <param name="Position">Of the event in the journal; several texts may share one.</param>
/// <param name="Id">Of the ticket or conversation.</param>
/// <param name="Seq">Of the comment or message in its stream; 0 for the head (subject, tags, ...), which replaces the former one.</param>
public sealed record SearchText(long Position, string Tenant, SearchKind Kind, string Id, long Seq, DateTimeOffset At, string Text);

/// <param name="Queues">Conversations of these queues, beside the reader's own; null for all.</param>
/// <param name="Text">What people type: see <see cref="SearchWish"/>.</param>
/// <param name="Filter">Which tickets; with one, conversations are left out.</param>
/// <param name="Now">What ages count from.</param>
/// <param name="Candidates">Texts that are ranked at most.</param>
/// <param name="Budget">What takes longer is cut.</param>
public sealed record SearchRowQuery(
    TicketRowReader Reader, IReadOnlyList<string>? Queues, string Text, TicketRowFilter? Filter, bool Conversations, SearchPlace? After, int Limit, DateTimeOffset Now,
    int Candidates, TimeSpan Budget);

/// <param name="Top">The newest text that is looked at.</param>
/// <param name="Skip">Hits from there that were shown already.</param>
public readonly record struct SearchPlace(long Top, int Skip);

/// <param name="Next">Null at the end.</param>
/// <param name="Cut">The budget was used up before there was a page: nothing is known of what was not looked at.</param>
public sealed record SearchRowPage(IReadOnlyList<SearchRowHit> Hits, SearchPlace? Next, bool Cut);

/// <param name="Json">The row of the ticket or conversation, UTF-8.</param>
/// <param name="Excerpt">Matches stand between U+0002 and U+0003.</param>
/// <param name="Seq">Null for the head.</param>
public sealed record SearchRowHit(SearchKind Kind, ReadOnlyMemory<byte> Json, string Excerpt, long? Seq);
