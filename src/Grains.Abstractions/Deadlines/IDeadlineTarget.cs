using Orleans;

namespace Grainline.Deadlines;

/// <summary>A grain that can be called when time is up. Delivery is at least once: a target ignores a deadline that no longer means anything.</summary>
[Alias("IDeadlineTarget")]
public interface IDeadlineTarget : IGrainWithStringKey
{
    /// <summary>
    /// Returns once the target has durably dealt with it: null when this clock is done, or when (UTC) it shall ring next. An exception makes the shard try again later.
    /// </summary>
    Task<DateTimeOffset?> Due(DueDeadline deadline);
}

/// <param name="Name">Which of the target's clocks, such as <c>offer</c>.</param>
/// <param name="Token">What the target said when it set the clock, so that it can tell a stale firing.</param>
/// <param name="DueAt">UTC.</param>
[GenerateSerializer, Immutable, Alias("deadline.due")]
public sealed record DueDeadline(string Name, string Token, DateTimeOffset DueAt);
