using System.ComponentModel.DataAnnotations;

namespace Grainline.Security;

/// <summary>How log-ins are guarded.</summary>
public sealed class SecurityOptions
{
    /// <summary>Wrong passwords in a row before an account is locked. Fewer stops guessing sooner and locks out the clumsy.</summary>
    [Range(3, 1_000)]
    public int FailuresBeforeLock { get; set; } = 10;

    /// <summary>How long an account stays locked.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LockFor { get; set; } = TimeSpan.FromMinutes(5);
}
