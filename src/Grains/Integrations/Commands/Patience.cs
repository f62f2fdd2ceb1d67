using Grainline.Refusals;

namespace Grainline.Integrations.Commands;

/// <summary>Which refusals pass by themselves, and how long to wait for that. Pure.</summary>
internal static class Patience
{
    /// <summary>The same call can succeed later without anybody changing anything, and nothing but this record waits for it.</summary>
    public static bool Passes(ErrorCode code) => code is
        ErrorCode.Overloaded or ErrorCode.TimedOut or ErrorCode.RateLimited or ErrorCode.StorageUnavailable or ErrorCode.Draining or ErrorCode.TicketBusy or ErrorCode.AttachmentNotReady;

    /// <param name="attempt">The one that failed, from 1.</param>
    public static TimeSpan After(int attempt, KafkaOptions options)
    {
        var doubled = options.FirstRetry * Math.Pow(2, Math.Min(attempt - 1, 30));
        return doubled < options.LongestRetry ? doubled : options.LongestRetry;
    }
}
