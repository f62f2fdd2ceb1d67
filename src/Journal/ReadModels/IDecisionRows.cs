namespace Grainline.Journal.ReadModels;

/// <summary>Where routing decisions are kept by conversation. It can be thrown away: its projection builds it again from the journal.</summary>
public interface IDecisionRows : ICheckpointStore
{
    /// <summary>Inserts; a row whose position is known changes nothing, so batches may come twice.</summary>
    ValueTask WriteAsync(IReadOnlyCollection<DecisionRow> rows, CancellationToken cancellationToken = default);

    /// <summary>Newest first.</summary>
    /// <param name="tenant">Only of this tenant.</param>
    /// <param name="conversation">Only for this conversation.</param>
    /// <param name="before">Only rows of a lower position; null for the newest.</param>
    /// <param name="limit">Rows at most.</param>
    /// <param name="cancellationToken">Ends the wait for a connection.</param>
    ValueTask<IReadOnlyList<DecisionRow>> ListAsync(
        string tenant, string conversation, long? before, int limit, CancellationToken cancellationToken = default);
}

/// <param name="Position">Of the entry in the journal.</param>
/// <param name="Json">The decision as it is shown, UTF-8.</param>
public sealed record DecisionRow(long Position, string Tenant, string Conversation, ReadOnlyMemory<byte> Json);
