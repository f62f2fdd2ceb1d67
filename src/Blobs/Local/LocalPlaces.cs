namespace Grainline.Blobs.Local;

/// <summary>
/// Which file is what: <c>tenant/xx/id</c> the blob, <c>.part</c> an upload, <c>.verify</c> where its unproven tail begins, <c>.preview</c> its picture. <c>xx</c> are the last characters of the id:
/// its first ones are the time, and a day's files would all meet in one folder.
/// </summary>
internal sealed class LocalPlaces(string root)
{
    public const string PartEnding = ".part";

    public string Blob(BlobKey key) => Path.Combine(root, Safe(key.Tenant), Shelf(Safe(key.Id)), key.Id);

    public string Part(BlobKey key) => Blob(key) + PartEnding;

    public string Verify(BlobKey key) => Blob(key) + ".verify";

    public string Preview(BlobKey key) => Blob(key) + ".preview";

    public IEnumerable<(BlobKey Key, DateTimeOffset Touched)> Parts() =>
        !Directory.Exists(root)
            ? []
            : from tenant in Directory.EnumerateDirectories(root)
              from part in Directory.EnumerateFiles(tenant, "*" + PartEnding, SearchOption.AllDirectories)
              select (new BlobKey(Path.GetFileName(tenant), Path.GetFileNameWithoutExtension(part)), (DateTimeOffset)File.GetLastWriteTimeUtc(part));

    private static string Shelf(string id) => id[Math.Max(0, id.Length - 2)..].Trim('.').PadLeft(2, '_');

    // Callers check ids at the door; a name that leaves the folder must not become a path even if one forgets.
    private static string Safe(string id) =>
        id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && id.Any(c => c != '.')
            ? id
            : throw new ArgumentException("This is no name of a blob.", nameof(id));
}
