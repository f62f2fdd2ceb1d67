using System.ComponentModel.DataAnnotations;

namespace Grainline.Conversations;

/// <summary>How conversations behave.</summary>
public sealed class ConversationOptions
{
    /// <summary>How long a resolved conversation comes back when its visitor writes again; after it, it is closed for good.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "90.00:00:00")]
    public TimeSpan ReopenWindow { get; set; } = TimeSpan.FromHours(24);

    /// <summary>A waiting conversation asserts itself to its queue this often, so that a queue that lost it finds it again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ReassertEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Visible entries kept in memory per active conversation: larger serves more resumes without a read, and costs about 400 bytes an entry.</summary>
    [Range(10, 10_000)]
    public int RecentEntries { get; set; } = 200;

    /// <summary>Client message ids kept in memory per active conversation, with a hash of older ones. A conversation that was longer than that when it became active costs a look-up in the journal per post.</summary>
    [Range(10, 100_000)]
    public int RecentIds { get; set; } = 500;

    /// <summary>How long read marks may stay unwritten. A crash within it shows messages as unread that were read.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan ReadMarkDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The heads are told again this long after a push, so that a lost last push is found: keep it at or under the clients' keep-alive.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan HeadEcho { get; set; } = TimeSpan.FromSeconds(15);
}
