using Orleans;

namespace Grainline.Runtime.Activations;

internal sealed partial class Activation
{
    private long _lastUsed;
    private long _keepUntil;

    internal void DelayDeactivation(TimeSpan span)
    {
        var now = _runtime.Time.GetTimestamp();
        lock (_gate)
            _keepUntil = span < TimeSpan.Zero ? 0
                : span == TimeSpan.MaxValue ? long.MaxValue
                : now + _runtime.Collector.ToTicks(span);
    }

    /// <summary>Ends the activation if nothing has used it for the age of its class.</summary>
    internal void CollectIfIdle(long now)
    {
        if (_class.CollectionAge is not { } age)
            return;
        lock (_gate)
        {
            if (_phase != Phase.Active || !_calls.IsIdle || _keepUntil > now || now - _lastUsed < age)
                return;
        }
        Deactivate(new(DeactivationReasonCode.ActivationIdle, "The activation was idle for longer than its collection age."));
    }
}
