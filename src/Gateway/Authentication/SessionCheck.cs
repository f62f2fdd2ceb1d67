using System.Net;
using Grainline.Refusals;
using Grainline.Security;
using Orleans;

namespace Grainline.Gateway.Authentication;

/// <summary>Decides whether a session still holds: not over, and for staff that the account is as it was when the session began.</summary>
internal sealed class SessionCheck(IGrainFactory grains, DemoGuard demo, TimeProvider time)
{
    public static readonly Refusal Missing = new(ErrorCode.Unauthenticated, "A session token is needed.");
    public static readonly Refusal Expired = new(ErrorCode.SessionExpired, "The session is over; log in again.");
    public static readonly Refusal DemoOnly = new(ErrorCode.DemoLoopbackOnly, "Demonstration accounts work on the machine itself only.");

    public async Task<Refusal?> Refuse(Session session, IPAddress? remote)
    {
        if (session.ExpiresAt <= time.GetUtcNow())
            return Expired;
        if (!session.IsStaff)
            return null;
        var account = await grains.Account(session.Login!).Credentials();
        if (account is null || account.Stamp != session.Stamp)
            return Expired;
        return account.Demo && !demo.Allows(remote) ? DemoOnly : null;
    }
}
