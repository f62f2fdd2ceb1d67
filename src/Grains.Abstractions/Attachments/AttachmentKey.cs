using Orleans;

namespace Grainline.Attachments;

/// <summary>Names one attachment of one tenant. Only <see cref="Id"/> travels on the wire; the tenant always comes from the caller's token.</summary>
public readonly record struct AttachmentKey(string Tenant, string Id)
{
    public override string ToString() => TenantScoped.Format(Tenant, Id);

    public static AttachmentKey Parse(string key) =>
        TenantScoped.TryParse(key, out var tenant, out var id) ? new(tenant, id) : throw new FormatException($"'{key}' is no attachment key.");

    /// <summary>A new id. Gateways make them, which have no node number to make ids of messages with.</summary>
    public static AttachmentKey New(string tenant, TimeProvider time) => new(tenant, Guid.CreateVersion7(time.GetUtcNow()).ToString("N"));
}

public static class AttachmentGrains
{
    public static IAttachmentGrain Attachment(this IGrainFactory grains, AttachmentKey key) => grains.GetGrain<IAttachmentGrain>(key.ToString());

    /// <summary>What a tenant's people may upload.</summary>
    public static IUploadQuotaGrain UploadQuota(this IGrainFactory grains, string tenant) => grains.GetGrain<IUploadQuotaGrain>(tenant);
}
