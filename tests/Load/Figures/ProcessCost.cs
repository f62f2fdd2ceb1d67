namespace Grainline.Load.Figures;

/// <param name="Name">Of one process, or of several that do the same work.</param>
/// <param name="CpuSeconds">User and system time while it was measured.</param>
/// <param name="ResidentBytes">At the end; shared pages count in every process that maps them.</param>
internal sealed record ProcessCost(string Name, double CpuSeconds, long ResidentBytes);
