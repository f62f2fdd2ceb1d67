using Orleans;

namespace Grainline.Tickets;

/// <summary>The short numbers that people call a tenant's tickets by. Keyed by the tenant id.</summary>
[Alias("ITicketNumberGrain")]
public interface ITicketNumberGrain : IGrainWithStringKey
{
    /// <summary>
    /// The next number, from 1. None is given twice, whatever fails; after a crash some are left out. Nearly always without waiting for the disk.
    /// </summary>
    Task<long> Next();
}

public static class TicketNumberGrains
{
    public static ITicketNumberGrain TicketNumbers(this IGrainFactory grains, string tenant) => grains.GetGrain<ITicketNumberGrain>(tenant);
}
