using System.Collections.Frozen;

namespace Grainline.Load.Faults;

/// <summary>The faults by the names that the command line knows.</summary>
internal static class FaultSet
{
    private static readonly FrozenDictionary<string, Func<Fault>> All = new Dictionary<string, Func<Fault>>
    {
        [Kill] = () => new KillFault(),
        ["pause"] = () => new PauseFault(),
        ["cut"] = () => new CutFault(),
        ["slow"] = () => new SlowFault(),
        ["disk-full"] = () => new DiskFullFault(),
        ["read-only"] = () => new ReadOnlyFault(),
        ["clock-step"] = () => new ClockStepFault(),
    }.ToFrozenDictionary();

    public const string Kill = "kill";

    public static string[] Names => [.. All.Keys.Order()];

    public static Fault Create(string name) => All[name]();
}
