using System.ComponentModel.DataAnnotations;

namespace Grainline.Journal.Sqlite;

/// <summary>How the journal uses its folder, memory and threads.</summary>
public sealed class SqliteJournalOptions
{
    /// <summary>The folder of <c>journal.db</c>, created when missing. One process at a time may have it open; it must be on a local disk.</summary>
    [Required]
    public string Directory { get; set; } = "data";

    /// <summary>Writes that may wait for the writer. More ride out longer bursts and disk stalls, each costs memory and the last in line waits longer.</summary>
    [Range(1, 1_000_000)]
    public int QueueCapacity { get; set; } = 8192;

    /// <summary>How long a write waits for room in a full queue before it fails with <see cref="JournalFullException"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan QueueTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A group is closed when it has this many entries. Larger groups cost less CPU per entry and make their first member wait longer.</summary>
    [Range(1, 100_000)]
    public int MaxBatchEntries { get; set; } = 1024;

    /// <summary>A group is closed when its payloads have this many bytes, so that one commit never stalls the rest for long.</summary>
    [Range(4096, 1 << 30)]
    public int MaxBatchBytes { get; set; } = 4 << 20;

    /// <summary>Larger payloads of entries are refused as an argument error. Attachments do not belong into the journal.</summary>
    [Range(1024, 1 << 28)]
    public int MaxEntryBytes { get; set; } = 1 << 20;

    /// <summary>Larger states and snapshots are refused as an argument error.</summary>
    [Range(1024, 1 << 28)]
    public int MaxStateBytes { get; set; } = 16 << 20;

    /// <summary>How long SQLite waits for a lock, for example while a backup tool reads the file, before the operation fails as unavailable.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Reads that may run at once; further ones wait. Each has its own page cache and blocks a pool thread while it runs.</summary>
    [Range(1, 64)]
    public int ReadConnections { get; set; } = 4;

    /// <summary>Searches that may run at once; further ones wait. Apart from all other reads, so that a slow search holds up nobody but searches.</summary>
    [Range(1, 16)]
    public int SearchConnections { get; set; } = 2;

    /// <summary>
    /// The write-ahead log is folded into the file after this many pages of 4 KB. More mean fewer, longer folds and a longer recovery
    /// after a crash; writes wait during a fold.
    /// </summary>
    [Range(10, 1_000_000)]
    public int CheckpointPages { get; set; } = 4000;

    /// <summary>The writer's page cache. It should hold the recently used part of the indexes, otherwise appends read from the disk.</summary>
    [Range(1, 16_384)]
    public int CacheMegabytes { get; set; } = 64;

    /// <summary>Page cache of each connection that writes <c>views.db</c> or searches it. It should hold what searches look at most; below that they read from the system's cache, slower.</summary>
    [Range(1, 16_384)]
    public int ViewsCacheMegabytes { get; set; } = 32;

    /// <summary>Streams whose epoch and head are remembered, about 200 bytes each. A stream beyond that costs two index look-ups on its next append.</summary>
    [Range(1, 10_000_000)]
    public int CachedStreams { get; set; } = 50_000;

    /// <summary>A limit to the file in pages of 4 KB, or 0 for none but the disk's. At the limit writes fail with <see cref="JournalFullException"/>.</summary>
    [Range(0, int.MaxValue)]
    public int MaxPages { get; set; }
}
