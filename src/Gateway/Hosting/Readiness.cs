namespace Grainline.Gateway.Hosting;

/// <summary>Whether a load balancer should send anybody here.</summary>
public sealed class Readiness
{
    private volatile bool _started;
    private volatile bool _draining;

    public bool IsReady => _started && !_draining;

    public bool IsDraining => _draining;

    public void Started() => _started = true;

    public void Draining() => _draining = true;
}
