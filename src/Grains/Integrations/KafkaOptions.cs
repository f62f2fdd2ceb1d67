using System.ComponentModel.DataAnnotations;

namespace Grainline.Integrations;

/// <summary>What the Cluster edition tells to, and takes from, Kafka.</summary>
public sealed class KafkaOptions
{
    /// <summary>Brokers to begin with, as <c>host:port</c> separated by commas. Empty: no Kafka, neither out nor in.</summary>
    public string? Brokers { get; set; }

    /// <summary>Where domain events go. One topic, so that the events of a stream keep their order.</summary>
    [Required]
    public string EventsTopic { get; set; } = "grainline.events";

    /// <summary>Where commands of other systems are read. Empty takes none. Whoever may write to it acts for every tenant.</summary>
    public string? CommandsTopic { get; set; }

    /// <summary>Where commands go that cannot be carried out, with the reason. It holds what their senders wrote.</summary>
    [Required]
    public string DeadLettersTopic { get; set; } = "grainline.dead-letters";

    /// <summary>The consumer group that all silos read commands as. Another name reads the topic from its beginning.</summary>
    [Required]
    public string Group { get; set; } = "grainline";

    /// <summary>Lets what people wrote leave too: texts of messages and public comments, subjects, fields, attributes, names of files. Notes and contact data never do.</summary>
    public bool Content { get; set; }

    /// <summary>Journal entries of one batch. The checkpoint moves on when all of a batch are confirmed; after a crash so many are sent again.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 500;

    /// <summary>A record of more bytes leaves without its data. Keep it below what the topic takes (<c>max.message.bytes</c>).</summary>
    [Range(10_000, 100_000_000)]
    public int LongestRecord { get; set; } = 900_000;

    /// <summary>Commands that may wait in memory for each partition; beyond it the partition is paused.</summary>
    [Range(1, 10_000)]
    public int LaneCapacity { get; set; } = 64;

    /// <summary>Kilobytes that the client may fetch ahead of that, over all partitions.</summary>
    [Range(1_024, 1_000_000)]
    public int BufferKilobytes { get; set; } = 16_384;

    /// <summary>Pause before a command that met a temporary refusal is tried again; doubles each time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest pause. Temporary refusals are tried again for ever, and what is behind in the partition waits.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Attempts at a command that fails for no known reason, before it is put aside.</summary>
    [Range(1, 1_000)]
    public int Attempts { get; set; } = 5;

    /// <summary>How long a partition that goes to another silo waits for the command under way. What is not done by then is done again there.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan RevokePatience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Further settings of the client library by its own names, for instance <c>Kafka:Client:security.protocol</c>. Those that keep records from being lost or reordered are refused.</summary>
    public Dictionary<string, string>? Client { get; set; }
}
