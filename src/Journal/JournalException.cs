namespace Grainline.Journal;

/// <summary>The journal refused or failed an operation. Whatever it is, the operation was not acknowledged.</summary>
public abstract class JournalException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>True when the same call may succeed later without anyone changing it.</summary>
    public abstract bool IsTemporary { get; }
}
