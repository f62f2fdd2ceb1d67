using Orleans;

namespace Grainline.Conversations;

/// <summary>Names one conversation of one tenant. Only <see cref="Id"/> travels on the wire; the tenant always comes from the caller's token.</summary>
public readonly record struct ConversationKey(string Tenant, string Id)
{
    public override string ToString() => TenantScoped.Format(Tenant, Id);

    public static ConversationKey Parse(string key) =>
        TenantScoped.TryParse(key, out var tenant, out var id) ? new(tenant, id) : throw new FormatException($"'{key}' is no conversation key.");

    /// <summary>A new, time-ordered id.</summary>
    public static ConversationKey New(string tenant, TimeProvider time) => new(tenant, Guid.CreateVersion7(time.GetUtcNow()).ToString("N"));
}

public static class ConversationGrains
{
    public static IConversationGrain Conversation(this IGrainFactory grains, ConversationKey key) => grains.GetGrain<IConversationGrain>(key.ToString());
}
