using System.Globalization;
using Grainline.Load.Figures;
using Grainline.Load.Servers;

namespace Grainline.Load.Faults;

/// <summary>SIGSTOP, a while of nothing, SIGCONT: a machine that swaps or a virtual one that is moved.</summary>
internal sealed class PauseFault : Fault
{
    public override async Task<Stroke> Strike(StartedServer server, Random random, double seconds, CancellationToken cancellation)
    {
        var (id, length) = (server.ProcessId.ToString(CultureInfo.InvariantCulture), About(seconds, random));
        await Tool.Run(["kill", "-STOP", id], cancellation);
        try
        {
            await Clock.Wait(length, cancellation);
        }
        finally
        {
            await Tool.Run(["kill", "-CONT", id], CancellationToken.None);
        }
        return new($"stopped for {length:F1} s with SIGSTOP", Clock.Now);
    }
}
