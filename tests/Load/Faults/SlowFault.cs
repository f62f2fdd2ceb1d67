using Grainline.Load.Figures;
using Grainline.Load.Servers;

namespace Grainline.Load.Faults;

/// <summary>Every socket becomes a bad mobile line for a while: late, and a few kilobytes a second.</summary>
internal sealed class SlowFault : ProxyFault
{
    public override async Task<Stroke> Strike(StartedServer server, Random random, double seconds, CancellationToken cancellation)
    {
        var line = new SlowLine(random.Next(50, 300) / 1000.0, random.Next(2, 32) * 1024);
        var length = About(seconds, random);
        Proxy.Slow = line;
        try
        {
            await Clock.Wait(length, cancellation);
        }
        finally
        {
            Proxy.Slow = null;
        }
        return new($"slow for {length:F1} s: {line.DelaySeconds * 1000:F0} ms and {line.BytesPerSecond / 1024} KiB/s a socket", Clock.Now);
    }
}
