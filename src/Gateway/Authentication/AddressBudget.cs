using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Authentication;

/// <summary>How many log-ins and new visitors one remote address may ask for. An IPv6 caller owns a whole /64, so that is counted as one address.</summary>
internal sealed class AddressBudget : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _logins;
    private readonly PartitionedRateLimiter<IPAddress> _visitors;

    public AddressBudget(IOptions<SessionOptions> options)
    {
        _logins = Create(options.Value.LoginBurst, options.Value.LoginsPerMinute);
        _visitors = Create(options.Value.VisitorBurst, options.Value.VisitorsPerMinute);
    }

    public bool MayLogIn(IPAddress? remote) => Ask(_logins, remote);

    public bool MayBringVisitor(IPAddress? remote) => Ask(_visitors, remote);

    private static bool Ask(PartitionedRateLimiter<IPAddress> limiter, IPAddress? remote)
    {
        using var lease = limiter.AttemptAcquire(remote ?? IPAddress.None);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<IPAddress> Create(int burst, int perMinute) =>
        PartitionedRateLimiter.Create<IPAddress, string>(address => RateLimitPartition.GetTokenBucketLimiter(Prefix(address), _ => new()
        {
            TokenLimit = burst,
            TokensPerPeriod = Math.Max(1, perMinute / 12),
            ReplenishmentPeriod = TimeSpan.FromSeconds(perMinute < 12 ? 60.0 / perMinute : 5),
            QueueLimit = 0,
        }));

    private static string Prefix(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, Math.Min(8, bytes.Length)));
    }

    public void Dispose()
    {
        _logins.Dispose();
        _visitors.Dispose();
    }
}
