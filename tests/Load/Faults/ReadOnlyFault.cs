using Grainline.Load.Figures;
using Grainline.Load.Servers;

namespace Grainline.Load.Faults;

/// <summary>The data folder and everything in it refuses writes for a while, also through files that were open before.</summary>
internal sealed class ReadOnlyFault : VolumeFault
{
    public override async Task<Stroke> Strike(StartedServer server, Random random, double seconds, CancellationToken cancellation)
    {
        var length = About(seconds, random);
        await Volume.Seal();
        try
        {
            await Clock.Wait(length, cancellation);
        }
        finally
        {
            await Volume.Unseal();
        }
        return new($"data folder read-only for {length:F1} s", Clock.Now);
    }
}
