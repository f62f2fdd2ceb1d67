using Orleans;
using Orleans.Runtime;

namespace Grainline.Runtime.Activations;

/// <summary>
/// In one process a grain migrates to a new activation in the same place: this one ends after the calls that are running, packs, and the next one takes its place at once,
/// with what was packed and with the calls that came meanwhile.
/// </summary>
internal sealed partial class Activation
{
    private readonly Luggage? _arrivedWith;
    private Luggage? _leavesWith;

    public override void Migrate(Dictionary<string, object>? requestContext, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_phase == Phase.Ended)
                return;
            _leavesWith ??= new();
            Deactivate(new(DeactivationReasonCode.Migrating, "Migrating to a new location."), cancellationToken);
        }
    }

    private void Pack()
    {
        try
        {
            (_instance as IGrainMigrationParticipant)?.OnDehydrate(_leavesWith!);
        }
        catch (Exception exception)
        {
            // What it has packed travels; what it could not pack must not keep it here.
            _runtime.LogDehydrationFailed(GrainId, exception);
        }
    }

    private void Unpack()
    {
        try
        {
            if (_arrivedWith is not null)
                (_instance as IGrainMigrationParticipant)?.OnRehydrate(_arrivedWith);
        }
        catch (Exception exception)
        {
            // It is as good as one that was activated without a past.
            _runtime.LogRehydrationFailed(GrainId, exception);
        }
    }
}
