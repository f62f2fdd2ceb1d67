using System.ComponentModel.DataAnnotations;

namespace Grainline.Ids;

/// <summary>How this process makes ids.</summary>
public sealed class IdOptions
{
    /// <summary>
    /// How long its node number is this process's without being renewed, which happens at a third; ids are reserved as far ahead. Longer rides out longer failures of the store; a killed process keeps its number so long.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:03", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long after its end a number stays with a process that does not renew it. More than the clocks of the machines differ.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan Margin { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How far ids may be ahead of the clock after it was set back. Beyond it the process takes another node number and follows the clock; larger keeps the order over larger steps back.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan Lead { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a message or a new conversation waits for an id while none can be made, before it fails (504).</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);
}
