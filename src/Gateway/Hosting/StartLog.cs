namespace Grainline.Gateway.Hosting;

/// <summary>Until the start has succeeded, its failure is told in one sentence by <see cref="HostedProcess"/> and not a second time with a stack trace.</summary>
public sealed class StartLog
{
    private volatile bool _succeeded;

    public bool HasSucceeded => _succeeded;

    public void Succeeded() => _succeeded = true;

    public bool Shows(LogLevel level) => _succeeded && level >= LogLevel.Warning;

    /// <summary>A runtime that complains while it still tries is worth hearing; what ends its start is told as the sentence.</summary>
    public bool ShowsOfRuntime(LogLevel level) => level == LogLevel.Warning || Shows(level);
}
