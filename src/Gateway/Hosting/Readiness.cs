namespace Grainline.Gateway.Hosting;

/// <summary>Whether a load balancer should send anybody here.</summary>
public sealed class Readiness
{
    private volatile bool _started;
    private volatile bool _draining;
    private volatile bool _alone;

    public bool IsReady => _started && !_draining && !_alone;

    public bool HasStarted => _started;

    public bool IsDraining => _draining;

    /// <summary>Why not, in one word; null when ready.</summary>
    public string? Reason => _draining ? "draining" : !_started ? "starting" : _alone ? "alone" : null;

    public void Started() => _started = true;

    public void Draining() => _draining = true;

    /// <summary>Connections to silos changed: a gateway that has none can do nothing for anybody.</summary>
    public void Reaches(int silos) => _alone = silos == 0;
}
