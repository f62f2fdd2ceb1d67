using Orleans;

namespace Grainline.Agents;

/// <summary>Names one agent of one tenant.</summary>
public readonly record struct AgentKey(string Tenant, string Id)
{
    public override string ToString() => TenantScoped.Format(Tenant, Id);

    public static AgentKey Parse(string key) =>
        TenantScoped.TryParse(key, out var tenant, out var id) ? new(tenant, id) : throw new FormatException($"'{key}' is no agent key.");
}

public static class AgentGrains
{
    public static IAgentGrain Agent(this IGrainFactory grains, AgentKey key) => grains.GetGrain<IAgentGrain>(key.ToString());
}
