using Orleans;

namespace Grainline.Tickets;

/// <summary>Names one ticket of one tenant. Only <see cref="Id"/> travels on the wire; the tenant always comes from the caller's token.</summary>
public readonly record struct TicketKey(string Tenant, string Id)
{
    public override string ToString() => TenantScoped.Format(Tenant, Id);

    public static TicketKey Parse(string key) =>
        TenantScoped.TryParse(key, out var tenant, out var id) ? new(tenant, id) : throw new FormatException($"'{key}' is no ticket key.");
}

public static class TicketGrains
{
    public static ITicketGrain Ticket(this IGrainFactory grains, TicketKey key) => grains.GetGrain<ITicketGrain>(key.ToString());
}
