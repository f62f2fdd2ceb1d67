namespace Grainline.Journal;

/// <summary>A later opener owns the stream: the caller must forget its state and stop.</summary>
public sealed class StaleEpochException(string stream, long epoch, long currentEpoch)
    : JournalException($"Stream '{stream}' was opened again: epoch {epoch} is stale, the current one is {currentEpoch}.")
{
    public string Stream { get; } = stream;

    public long Epoch { get; } = epoch;

    public long CurrentEpoch { get; } = currentEpoch;

    public override bool IsTemporary => false;
}

/// <summary>The caller's head is not the stream's: an append before this one failed, or the caller lost count.</summary>
public sealed class HeadMismatchException(string stream, long head, long currentHead)
    : JournalException($"Stream '{stream}' has head {currentHead}, not {head}.")
{
    public string Stream { get; } = stream;

    public long Head { get; } = head;

    public long CurrentHead { get; } = currentHead;

    public override bool IsTemporary => false;
}

/// <summary>The stream already holds an entry of this client id; nothing was appended.</summary>
public sealed class DuplicateClientIdException(string stream, string clientId, long seq)
    : JournalException($"Stream '{stream}' already holds this client id at seq {seq}.")
{
    public string Stream { get; } = stream;

    public string ClientId { get; } = clientId;

    /// <summary>The seq of the entry that carries the id.</summary>
    public long Seq { get; } = seq;

    public override bool IsTemporary => false;
}

/// <summary>The stored state was written by someone else since it was read; nothing was changed.</summary>
public sealed class ETagMismatchException(string kind, string key, string? expectedETag, string? currentETag)
    : JournalException($"State '{kind}' of '{key}' has ETag {currentETag ?? "(none)"}, not {expectedETag ?? "(none)"}.")
{
    public string Kind { get; } = kind;

    public string Key { get; } = key;

    public string? ExpectedETag { get; } = expectedETag;

    public string? CurrentETag { get; } = currentETag;

    public override bool IsTemporary => false;
}
