using Grainline.Load.Figures;
using Grainline.Load.Servers;

namespace Grainline.Load.Faults;

/// <summary>A quarter to all of the sockets are reset at once, in the middle of whatever they carry.</summary>
internal sealed class CutFault : ProxyFault
{
    public override Task<Stroke> Strike(StartedServer server, Random random, double seconds, CancellationToken cancellation)
    {
        var (cut, of) = Proxy.Cut(0.25 + 0.75 * random.NextDouble(), random);
        return Task.FromResult(new Stroke($"cut {cut} of {of} sockets", Clock.Now));
    }
}
