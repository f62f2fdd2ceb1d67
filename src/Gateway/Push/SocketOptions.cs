using System.ComponentModel.DataAnnotations;

namespace Grainline.Gateway.Push;

/// <summary>How pushes reach sockets. Section <c>Sockets</c>.</summary>
public sealed class SocketOptions
{
    /// <summary>How long a conversation goes on pushing here without being asked again. Renewed at half.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan ConversationLease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an agent stays present when its gateway dies. Renewed at a third.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan AgentLease { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>How often leases are looked at.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a lease outlives its last socket, so that a page reload does not give it up and take it again.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan Linger { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often open sockets' sessions are checked: a changed password or role reaches open consoles within this time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan SessionCheck { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A socket with more pushes waiting than this is dropped; its client comes back and asks for what it missed.</summary>
    [Range(1, 100_000)]
    public int PendingPushes { get; set; } = 512;

    /// <summary>A socket with more bytes waiting than this is dropped.</summary>
    [Range(16_384, 1_073_741_824)]
    public int PendingBytes { get; set; } = 1_048_576;
}
