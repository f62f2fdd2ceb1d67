namespace Grainline.Blobs;

/// <summary>Names one blob of one tenant. Both are ids of 1 to 64 letters, digits, '-', '_' and '.': they become names of files.</summary>
public readonly record struct BlobKey(string Tenant, string Id)
{
    public override string ToString() => $"{Tenant}/{Id}";
}
