using System.Security.Claims;
using System.Text.Encodings.Web;
using Grainline.Refusals;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Authentication;

/// <summary>
/// Reads the bearer token, from the header or, for hubs, from the query where browsers have to put it. A bad token makes the request anonymous and notes
/// why in <see cref="SessionRefused"/>; whoever needs a session answers with that.
/// </summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, Tokens tokens, SessionCheck check)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "Session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Token() is not { Length: > 0 } token)
            return AuthenticateResult.NoResult();
        if (tokens.Read(token) is not { } session)
            return Refuse(SessionCheck.Missing);
        if (await check.Refuse(session, Context.Connection.RemoteIpAddress) is { } refusal)
            return Refuse(refusal, session);
        var principal = new ClaimsPrincipal(new SessionIdentity(session));
        return AuthenticateResult.Success(new(principal, new() { ExpiresUtc = session.ExpiresAt }, Scheme));
    }

    private string? Token()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return header["Bearer ".Length..].Trim();
        return Request.Path.StartsWithSegments("/hubs") ? Request.Query["access_token"].ToString() : null;
    }

    private AuthenticateResult Refuse(Refusal refusal, Session? session = null)
    {
        Context.Features.Set(new SessionRefused(refusal, session));
        return AuthenticateResult.Fail(refusal.Message);
    }
}

/// <summary>Why a request that had a token is anonymous all the same.</summary>
/// <param name="Session">What the token said, if it was genuine: enough to let a visitor come back, never enough to act.</param>
internal sealed record SessionRefused(Refusal Refusal, Session? Session);
