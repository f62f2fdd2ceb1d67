using System.Threading.RateLimiting;

namespace Grainline.Gateway.HubFilters;

/// <summary>A token bucket that is filled when it is asked, not by a timer: there is one for every socket.</summary>
internal sealed class CallBudget(int burst, int perSecond) : IDisposable
{
    private readonly TokenBucketRateLimiter _bucket = new(new()
    {
        TokenLimit = burst,
        TokensPerPeriod = Math.Max(1, perSecond / 10),
        ReplenishmentPeriod = TimeSpan.FromSeconds(perSecond < 10 ? 1.0 / perSecond : 0.1),
        QueueLimit = 0,
        AutoReplenishment = false,
    });

    private int _refusedInARow;

    public int RefusedInARow => Volatile.Read(ref _refusedInARow);

    public TimeSpan? Idle => _bucket.IdleDuration;

    public bool Take()
    {
        _bucket.TryReplenish();
        using var lease = _bucket.AttemptAcquire();
        if (lease.IsAcquired)
            Volatile.Write(ref _refusedInARow, 0);
        else
            Interlocked.Increment(ref _refusedInARow);
        return lease.IsAcquired;
    }

    public void Dispose() => _bucket.Dispose();
}
