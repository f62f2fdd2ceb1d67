using System.Runtime.CompilerServices;
using System.Text;

namespace Grainline.Journal;

/// <summary>The argument rules that every implementation of the contract shares.</summary>
internal static class JournalArguments
{
    public const int MaxNameBytes = 512;

    public const int MaxPage = 10_000;

    public const int MaxAppend = 4096;

    /// <summary>Throws on a lone surrogate instead of replacing it, so that two different names never become one.</summary>
    public static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Name(string name, [CallerArgumentExpression(nameof(name))] string? parameter = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        if (name.Contains('\0') || StrictUtf8.GetByteCount(name) > MaxNameBytes)
            throw new ArgumentException($"A name has at most {MaxNameBytes} bytes of UTF-8 and no NUL.", parameter);
    }

    public static void Page(long after, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxPage);
    }

    /// <summary>Checks the entries of one append and returns their size: payloads plus a rough overhead of 64 bytes each.</summary>
    public static long Entries(IReadOnlyList<NewEntry> entries, int maxPayloadBytes)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count == 0) throw new ArgumentException("An append has at least one entry.", nameof(entries));
        if (entries.Count > MaxAppend) throw new ArgumentException($"An append has at most {MaxAppend} entries, not {entries.Count}.", nameof(entries));
        var clientIds = entries.Count > 1 ? new HashSet<string>(StringComparer.Ordinal) : null;
        var size = 0L;
        foreach (var entry in entries)
        {
            Name(entry.Type, nameof(entries));
            if (entry.Payload.Length > maxPayloadBytes)
                throw new ArgumentException($"A payload has at most {maxPayloadBytes} bytes, not {entry.Payload.Length}.", nameof(entries));
            size += entry.Payload.Length + 64;
            if (entry.ClientId is null) continue;
            Name(entry.ClientId, nameof(entries));
            if (clientIds?.Add(entry.ClientId) == false) throw new ArgumentException("Two entries carry the same client id.", nameof(entries));
        }
        return size;
    }
}
