using Grainline.Load.Figures;
using Grainline.Load.Servers;

namespace Grainline.Load.Faults;

/// <summary>SIGKILL, and a start at once. The start is part of the recovery.</summary>
internal sealed class KillFault : Fault
{
    public override async Task<Stroke> Strike(StartedServer server, Random random, double seconds, CancellationToken cancellation)
    {
        var killed = Clock.Now;
        await server.Kill();
        await server.Start(cancellation);
        return new("killed with SIGKILL and started again", killed);
    }
}
