namespace Grainline.Load.Figures;

/// <summary>A system whose processes are measured from outside.</summary>
internal interface IMeasured
{
    /// <summary>Where its trees of processes begin now; empty when they cannot be seen from here. A killed process has another id once it is back.</summary>
    IReadOnlyList<MeasuredRoot> Roots { get; }
}

/// <param name="Name">Under which it is told.</param>
/// <param name="IsDotNet">Its garbage collections can be watched.</param>
/// <param name="FormerCpuSeconds">Of its predecessors, which were killed.</param>
internal sealed record MeasuredRoot(string Name, int Pid, bool IsDotNet = true, double FormerCpuSeconds = 0);
