namespace Grainline.Silo.Hosting;

/// <summary>Until the start has succeeded, its failure is told in one sentence by <see cref="SiloProcess"/> and not a second time with a stack trace.</summary>
internal sealed class StartLog
{
    private volatile bool _succeeded;

    public bool HasSucceeded => _succeeded;

    public void Succeeded() => _succeeded = true;

    public bool Shows(LogLevel level) => _succeeded && level >= LogLevel.Warning;
}
