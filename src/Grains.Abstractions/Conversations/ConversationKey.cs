using Grainline.Ids;
using Orleans;

namespace Grainline.Conversations;

/// <summary>Names one conversation of one tenant. Only <see cref="Id"/> travels on the wire; the tenant always comes from the caller's token.</summary>
public readonly record struct ConversationKey(string Tenant, string Id)
{
    public override string ToString() => TenantScoped.Format(Tenant, Id);

    public static ConversationKey Parse(string key) =>
        TenantScoped.TryParse(key, out var tenant, out var id) ? new(tenant, id) : throw new FormatException($"'{key}' is no conversation key.");

    /// <summary>With a new id. Conversations of earlier versions keep theirs, 32 hexadecimal digits, which sort before the new ones.</summary>
    public static ConversationKey New(string tenant, TimeOrderedId id) => new(tenant, id.ToString());
}

public static class ConversationGrains
{
    public static IConversationGrain Conversation(this IGrainFactory grains, ConversationKey key) => grains.GetGrain<IConversationGrain>(key.ToString());
}
