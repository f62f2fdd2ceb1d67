using Grainline.Gateway.Authentication;
using Grainline.Gateway.Hosting;
using Grainline.Gateway.Hubs;
using Grainline.Refusals;
using Grainline.Security;
using Microsoft.AspNetCore.SignalR;
using Orleans;

namespace Grainline.Gateway.Authorization;

/// <summary>Who may open a socket to which hub.</summary>
internal sealed partial class SocketDoor(IGrainFactory grains, Readiness readiness, ILogger<SocketDoor> logger)
{
    public async ValueTask<Refusal?> Refuse(Type hub, HubConnectionContext connection)
    {
        if (readiness.IsDraining)
            return new(ErrorCode.Draining, "This gateway is going down.");
        var http = connection.GetHttpContext()!;
        if (connection.User.Session() is not { } session)
            return http.Features.Get<SessionRefused>()?.Refusal ?? SessionCheck.Missing;
        if (session.IsStaff != (hub == typeof(AgentHub)))
            return new(ErrorCode.Forbidden, "This session is for the other hub.");
        return session.IsStaff ? RefuseStaffOrigin(http.Request) : await RefuseVisitorOrigin(session, http.Request);
    }

    // The browser sends no preflight before a WebSocket: without this any page could open one.
    private async ValueTask<Refusal?> RefuseVisitorOrigin(Session session, HttpRequest request)
    {
        if (request.Headers.Origin.Count == 0)
            return null;
        try
        {
            var site = await grains.Site(session.Site!).View();
            return !site.Succeeded ? site.Refusal : site.Value!.Allows(request) ? null : OriginNotAllowed;
        }
        catch (Exception e)
        {
            // A door that cannot ask refuses: the client is told why and comes back.
            SiteUnknown(e, session.Site!);
            return Faults.Classify(e);
        }
    }

    private static Refusal? RefuseStaffOrigin(HttpRequest request) =>
        request.Headers.Origin.Count == 0 || Origins.IsOwn(request.Headers.Origin.ToString(), request) ? null : OriginNotAllowed;

    private static Refusal OriginNotAllowed => new(ErrorCode.OriginNotAllowed, "This web page may not connect.");

    [LoggerMessage(1, LogLevel.Warning, "A socket was refused because site {Site} could not be asked for its origins")]
    private partial void SiteUnknown(Exception exception, string site);
}
