using Orleans.Runtime;

namespace Grainline.Refusals;

/// <summary>What an exception means to a client. Nothing of it but this ever leaves the process.</summary>
public static class Faults
{
    public static Refusal Classify(Exception exception) => exception switch
    {
        TimeoutException => new(ErrorCode.TimedOut, "It took too long; whether it happened is unknown."),
        OperationCanceledException => new(ErrorCode.TimedOut, "It was cancelled; whether it happened is unknown."),
        SiloUnavailableException => new(ErrorCode.TimedOut, "The process that was asked is gone; whether it happened is unknown."),
        _ when IsStale(exception) => new(ErrorCode.Overloaded, "The conversation has just moved; try again."),
        _ when Is(exception, "ConnectionFailedException") => new(ErrorCode.Overloaded, "Nobody can be reached right now; try again."),
        _ when Is(exception, "GatewayTooBusyException") || Is(exception, "LimitExceededException") => new(ErrorCode.Overloaded, "Too much at once; try again."),
        _ when IsStorage(exception) => new(ErrorCode.StorageUnavailable, "Nothing can be stored right now; try again."),
        _ => new(ErrorCode.Internal, "Something went wrong here."),
    };

    /// <summary>
    /// The activation that was asked had lost its stream to a later one, or ended before the call began: nothing was written, and the next call reaches the later one.
    /// </summary>
    public static bool IsStale(Exception exception) =>
        Is(exception, "InconsistentStateException") || Is(exception, "StaleEpochException") || Is(exception, nameof(OrleansMessageRejectionException));

    // By name: callers do not know the stores behind the grains, and in a cluster their exceptions arrive from other processes.
    private static bool IsStorage(Exception exception) => Any(exception, static name =>
        name.StartsWith("Grainline.Journal.", StringComparison.Ordinal) || name.StartsWith("Grainline.Blobs.", StringComparison.Ordinal) || name.StartsWith("Npgsql.", StringComparison.Ordinal)
        || name.EndsWith(".StorageException", StringComparison.Ordinal) || name.EndsWith(".DbException", StringComparison.Ordinal) || name.EndsWith(".BadProviderConfigException", StringComparison.Ordinal));

    private static bool Is(Exception exception, string name) => Any(exception, full => full[(full.LastIndexOf('.') + 1)..] == name);

    private static bool Any(Exception exception, Func<string, bool> fits)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (ExceptionNames.Of(e).Any(fits))
                return true;
        }
        return false;
    }
}
