using Grainline.Load.Figures;
using Grainline.Load.Servers;

namespace Grainline.Load.Faults;

/// <summary>A ballast file takes all room beside the journal, is topped up for a while, and goes.</summary>
internal sealed class DiskFullFault : VolumeFault
{
    public override async Task<Stroke> Strike(StartedServer server, Random random, double seconds, CancellationToken cancellation)
    {
        var length = About(seconds, random);
        try
        {
            // To write the ballast takes as long as the machine takes: the disk is full from here on.
            Volume.Fill();
            for (var began = Clock.Now; Clock.Seconds(began) < length; await Clock.Wait(0.05, cancellation))
                Volume.Fill();
        }
        finally
        {
            Volume.Free();
        }
        return new($"disk full for {length:F1} s", Clock.Now);
    }
}
