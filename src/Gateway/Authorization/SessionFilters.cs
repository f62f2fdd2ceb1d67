using Grainline.Gateway.Apis;
using Grainline.Gateway.Authentication;
using Grainline.Refusals;

namespace Grainline.Gateway.Authorization;

/// <summary>Who may call a REST endpoint.</summary>
internal static class SessionFilters
{
    public static TBuilder ForStaff<TBuilder>(this TBuilder endpoints, StaffRoles anyOf = StaffRoles.None) where TBuilder : IEndpointConventionBuilder =>
        endpoints.Needing(session => session.IsStaff && (anyOf == StaffRoles.None || (session.Roles & anyOf) != 0));

    public static TBuilder ForVisitors<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.Needing(session => !session.IsStaff);

    public static TBuilder ForAnySession<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder => endpoints.Needing(_ => true);

    /// <summary>The caller's session; only behind one of the filters above.</summary>
    public static Session Session(this HttpContext http) =>
        http.User.Session() ?? throw new InvalidOperationException("This endpoint needs a session and was mapped without asking for one.");

    private static TBuilder Needing<TBuilder>(this TBuilder endpoints, Func<Session, bool> allowed) where TBuilder : IEndpointConventionBuilder
    {
        endpoints.WithMetadata(new NeedsSession());
        return endpoints.AddEndpointFilter(async (call, next) =>
        {
            var http = call.HttpContext;
            http.Response.Headers.CacheControl = "no-store";
            return http.User.Session() is not { } session
                ? Answers.Refused(http.Features.Get<SessionRefused>()?.Refusal ?? SessionCheck.Missing)
                : allowed(session) ? await next(call) : Answers.Refused(ErrorCode.Forbidden, "Your role does not allow this.");
        });
    }
}

/// <summary>Marks endpoints that want a bearer token, for the API's description.</summary>
internal sealed class NeedsSession;
