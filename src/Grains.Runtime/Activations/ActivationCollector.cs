using Orleans.Configuration;

namespace Grainline.Runtime.Activations;

/// <summary>Looks once a quantum for activations that nobody used, and keeps the coarse clock by which use is recorded.</summary>
internal sealed class ActivationCollector(GrainRuntime runtime, GrainCollectionOptions options) : IDisposable
{
    private long _now = runtime.Time.GetTimestamp();
    private ITimer? _timer;

    /// <summary>The time of the last sweep: cheap enough to be read in every call.</summary>
    internal long Now => Volatile.Read(ref _now);

    internal void Start() => _timer = runtime.Time.CreateTimer(_ => Sweep(), null, options.CollectionQuantum, options.CollectionQuantum);

    internal long ToTicks(TimeSpan span) => (long)(span.TotalSeconds * runtime.Time.TimestampFrequency);

    public void Dispose() => _timer?.Dispose();

    // Use is dated back to the sweep before it, so an age is only certain one quantum later.
    private void Sweep()
    {
        var now = runtime.Time.GetTimestamp();
        var certain = Now;
        Volatile.Write(ref _now, now);
        foreach (var activation in runtime.Directory.Activations)
            activation.CollectIfIdle(certain);
    }
}
