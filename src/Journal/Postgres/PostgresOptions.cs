using System.ComponentModel.DataAnnotations;

namespace Grainline.Journal.Postgres;

/// <summary>How the journal uses its database, connections and memory.</summary>
public sealed class PostgresOptions
{
    /// <summary>The database as Npgsql reads it, with the program's role. A process uses up to 30 sessions, unless <c>Maximum Pool Size</c> says otherwise. They must be its own: a pooler that shares them between transactions breaks locks and notifications.</summary>
    [Required]
    public string ConnectionString { get; set; } = "Host=localhost;Database=grainline;Username=grainline";

    /// <summary>The same database with the role that owns the schema; only <c>migrate</c> uses it. Without it the program's role owns the schema and could change the past.</summary>
    public string? MigrationConnectionString { get; set; }

    /// <summary>The role of <see cref="ConnectionString"/>, which <c>migrate</c> grants what the program needs and no more. Without it nothing is granted.</summary>
    public string? Role { get; set; }

    /// <summary>Appends of a stream go through one of so many writers, each with a connection and one transaction at a time. More overlap their waits for the disk and make smaller groups.</summary>
    [Range(1, 32)]
    public int Writers { get; set; } = 2;

    /// <summary>Writes that may wait for the writers. More ride out longer bursts and outages, each costs memory and the last in line waits longer.</summary>
    [Range(1, 1_000_000)]
    public int QueueCapacity { get; set; } = 8192;

    /// <summary>How long a write waits for room in a full queue before it fails with <see cref="JournalFullException"/>, and a group for a connection before all of it fails as unavailable.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan QueueTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A group is closed when it has this many entries. Larger groups cost less per entry and make their first member wait longer.</summary>
    [Range(1, JournalArguments.MaxAppend)]
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

    /// <summary>How long the database may take for one statement. After that it is given up; whether a write was done is then unknown, and its grains start again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Commits within this time are told to other processes with one notification; projections there are that much later.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:10")]
    public TimeSpan NotifyInterval { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How often to look for growth that no notification told of, and for the end of a transaction that held projections up.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);
}
