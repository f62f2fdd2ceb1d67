using Grainline.Runtime.Timers;
using Orleans.Runtime;

namespace Grainline.Runtime.Activations;

internal sealed partial class Activation
{
    private HashSet<GrainTimer>? _timers;

    internal IGrainTimer RegisterTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        var timer = new GrainTimer(this, _runtime, callback, options);
        lock (_gate)
        {
            if (_phase == Phase.Ended)
                throw new InvalidOperationException($"The activation of {GrainId} has ended.");
            (_timers ??= []).Add(timer);
        }
        timer.Change(options.DueTime, options.Period);
        return timer;
    }

    internal void Forget(GrainTimer timer)
    {
        lock (_gate)
            _timers?.Remove(timer);
    }

    private void DisposeTimers()
    {
        GrainTimer[] timers;
        lock (_gate)
        {
            timers = [.. _timers ?? []];
            _timers = null;
        }
        foreach (var timer in timers)
            timer.Dispose();
    }
}
