namespace Grainline.Load.Faults;

/// <summary>What befalls the system while a talk is measured.</summary>
internal interface IUpheaval
{
    /// <param name="seconds">That are measured at least; it may take longer.</param>
    Task<IReadOnlyList<FaultOutcome>> Run(Recovery recovery, double seconds, CancellationToken cancellation);
}
