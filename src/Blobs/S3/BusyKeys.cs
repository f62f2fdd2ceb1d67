using System.Collections.Concurrent;

namespace Grainline.Blobs.S3;

/// <summary>Uploads that this process is adding to. Buckets have no locks; between processes the fixed stretches of the parts do.</summary>
internal sealed class BusyKeys
{
    private readonly ConcurrentDictionary<BlobKey, bool> _taken = new();

    /// <summary>Null when it is taken; else give it back by disposing.</summary>
    public IDisposable? Take(BlobKey key) => _taken.TryAdd(key, true) ? new Place(this, key) : null;

    private sealed class Place(BusyKeys busy, BlobKey key) : IDisposable
    {
        public void Dispose() => busy._taken.TryRemove(key, out _);
    }
}
