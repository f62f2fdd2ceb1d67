using System.Collections.Immutable;
using Grainline.Ids;
using Orleans;

namespace Grainline.Gateway.Ids;

/// <summary>
/// Ids that this gateway may give away, fetched from the silos in small blocks: a gateway holds no node number. A block that has lain for a while is thrown away, so that ids go on telling when they were given.
/// </summary>
internal sealed class IdStock(IGrainFactory grains, TimeProvider time) : IDisposable
{
    private const int Block = 32;

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _one = new(1);
    private ImmutableArray<TimeOrderedId> _block = [];
    private int _given;
    private long _since;

    /// <summary>One that nobody else has or gets. Fails as the storage does while the silos have none.</summary>
    public async ValueTask<TimeOrderedId> NextAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (_given == _block.Length || time.GetElapsedTime(_since) > Freshness)
            {
                _since = time.GetTimestamp();
                _block = await grains.Ids().Take(Block, cancellation);
                _given = 0;
            }

            return _block[_given++];
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
