namespace Grainline.Journal;

/// <summary>
/// The system's memory: an append-only, ordered, durable log of many streams. A stream has one owner at a time,
/// the latest to open it; whoever opened it before is fenced off.
/// </summary>
/// <remarks>
/// Every failure is a <see cref="JournalException"/>; <see cref="JournalException.IsTemporary"/> tells whether trying again can help.
/// Cancellation withdraws a write that still waits in line; one that has been started runs to its end.
/// Names and client ids are 1 to 512 bytes of UTF-8, appends have 1 to 4,096 entries, pages 1 to 10,000: anything else is an <see cref="ArgumentException"/>.
/// </remarks>
public interface IJournal
{
    /// <summary>The latest position that this process knows to be there for <see cref="ReadAllAsync"/>; 0 when the journal is empty. What was acknowledged may be a moment ahead of it.</summary>
    long CommittedPosition { get; }

    /// <summary>
    /// Takes ownership of <paramref name="stream"/>, which need not exist yet: raises its epoch by one, durably before the return, so that
    /// every earlier owner's next append is refused.
    /// </summary>
    ValueTask<StreamHead> OpenAsync(string stream, CancellationToken cancellationToken = default);

    /// <summary>
    /// Appends <paramref name="entries"/> as seq <c>head+1..head+n</c> and returns the new head, after the commit is on disk.
    /// All or nothing: one refused entry refuses them all.
    /// </summary>
    /// <remarks>
    /// Appends of one stream may be pipelined, several in flight: they execute in the order of the calls, each with the head
    /// that its predecessor will leave. When one fails, those behind it fail too, with <see cref="HeadMismatchException"/> or as it did. After a failure that
    /// was not a refusal nobody knows whether the entries are there: open the stream again, which settles it.
    /// The list may be reused as soon as the call has returned its task; the payloads never: readers may be given the same bytes.
    /// </remarks>
    /// <exception cref="StaleEpochException">A later opener owns the stream: forget all state and stop.</exception>
    /// <exception cref="HeadMismatchException">The stream's head is not <paramref name="head"/>.</exception>
    /// <exception cref="DuplicateClientIdException">The stream already holds an entry of this client id; the exception carries its seq.</exception>
    /// <exception cref="JournalFullException">Nothing was written; temporary.</exception>
    ValueTask<long> AppendAsync(
        string stream, long epoch, long head, IReadOnlyList<NewEntry> entries, CancellationToken cancellationToken = default);

    /// <summary>At most <paramref name="limit"/> entries of the stream with seq above <paramref name="after"/>, in seq order.</summary>
    ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(string stream, long after, int limit, CancellationToken cancellationToken = default);

    /// <summary>The seq of the stream's entry that carries <paramref name="clientId"/>, or null.</summary>
    ValueTask<long?> FindClientIdAsync(string stream, string clientId, CancellationToken cancellationToken = default);

    /// <summary>
    /// At most <paramref name="limit"/> entries of all streams with <see cref="JournalEntry.Position"/> above <paramref name="position"/>, in
    /// position order. Gap-free: an entry that appears later never has a position at or below one that was already returned. Positions
    /// themselves need not be consecutive numbers.
    /// </summary>
    ValueTask<IReadOnlyList<JournalEntry>> ReadAllAsync(long position, int limit, CancellationToken cancellationToken = default);

    /// <summary>Completes as soon as <see cref="CommittedPosition"/> is above <paramref name="position"/>; at once when it is already.</summary>
    Task WaitForGrowthAsync(long position, CancellationToken cancellationToken = default);
}
