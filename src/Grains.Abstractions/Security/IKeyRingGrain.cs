using System.Collections.Immutable;
using Orleans;

namespace Grainline.Security;

/// <summary>The keys that protect session tokens and signed links, shared by every gateway of a cluster. Whoever reads them can write tokens.</summary>
[Alias("IKeyRingGrain")]
public interface IKeyRingGrain : IGrainWithStringKey
{
    /// <summary>All of them, as the XML that a gateway's data protection writes and reads. Revocations are among them.</summary>
    Task<ImmutableArray<string>> Elements();

    /// <summary>Adds one, once: what is there already stays as it is.</summary>
    Task Add(string element);
}
