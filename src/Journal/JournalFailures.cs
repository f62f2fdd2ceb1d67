namespace Grainline.Journal;

/// <summary>There is no room, in the waiting line or on the disk. Nothing was written; trying later may succeed.</summary>
public sealed class JournalFullException(string message, Exception? innerException = null) : JournalException(message, innerException)
{
    public override bool IsTemporary => true;
}

/// <summary>The storage cannot be reached or written: locked, an I/O error, not opened yet, or shutting down.</summary>
public sealed class JournalUnavailableException(string message, Exception? innerException = null) : JournalException(message, innerException)
{
    public override bool IsTemporary => true;
}

/// <summary>The storage is damaged or of an unknown format; a person must look at it. The file is left as it is.</summary>
public sealed class JournalCorruptException(string message, Exception? innerException = null) : JournalException(message, innerException)
{
    public override bool IsTemporary => false;
}
