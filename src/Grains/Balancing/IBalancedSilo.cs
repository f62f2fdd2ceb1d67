using System.Collections.Immutable;

namespace Grainline.Balancing;

/// <summary>The silo that this process runs, as the balancer needs it: the runtime's side of the seam.</summary>
public interface IBalancedSilo
{
    Task<SiloCondition> Look();

    /// <summary>Asks a grain to go to another silo once it is idle; returns when it has been asked. One that is there already stays; one that is not active wakes up there.</summary>
    /// <param name="grain">Type and key.</param>
    /// <param name="target">Address of the other silo.</param>
    Task Move(string grain, string target);
}

/// <summary>What the runtime knows of this silo and its siblings; see <see cref="SiloReport"/>.</summary>
public sealed record SiloCondition(string Silo, long Membership, ImmutableArray<string> Members, int Activations, double? Cpu, bool Overloaded);
