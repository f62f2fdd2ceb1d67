using Orleans;

namespace Grainline.Visitors;

/// <summary>Names one visitor of one tenant.</summary>
public readonly record struct VisitorKey(string Tenant, string Id)
{
    public override string ToString() => TenantScoped.Format(Tenant, Id);

    public static VisitorKey Parse(string key) =>
        TenantScoped.TryParse(key, out var tenant, out var id) ? new(tenant, id) : throw new FormatException($"'{key}' is no visitor key.");
}

public static class VisitorGrains
{
    public static IVisitorGrain Visitor(this IGrainFactory grains, VisitorKey key) => grains.GetGrain<IVisitorGrain>(key.ToString());
}
