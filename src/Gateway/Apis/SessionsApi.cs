using Grainline.Gateway.Authentication;
using Grainline.Gateway.Authorization;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Security;
using Orleans;

namespace Grainline.Gateway.Apis;

public sealed record LogInRequest(string Login, string Password)
{
    // The record's own text would print the password.
    public override string ToString() => nameof(LogInRequest);

    internal Refusal? Refuse() =>
        SetupShape.Login(Login) ?? (Password.Length is > 0 and <= Passwords.LongestLength ? null : Check.Invalid("The password is empty or too long."));
}

internal static class SessionsApi
{
    private static readonly Refusal Wrong = new(ErrorCode.WrongCredentials, "Login or password is wrong.");

    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/sessions", LogIn).WithSummary("Logs a staff member in.").Produces<StaffSession>();
        api.MapPost("/sessions/renew", (HttpContext http, SessionDesk desk) => Results.Ok(desk.Open(http.Session()))).ForStaff()
            .WithSummary("A longer-lasting token for the same session.").Produces<StaffSession>();
    }

    private static async Task<IResult> LogIn(
        LogInRequest body, HttpContext http, IGrainFactory grains, Passwords passwords, SessionDesk desk, AddressBudget budget, DemoGuard demo, TimeProvider time)
    {
        if (!budget.MayLogIn(http.Connection.RemoteIpAddress))
            return Answers.Refused(ErrorCode.RateLimited, "Too many log-ins from this address; wait a moment.");
        if (body.Refuse() is { } refusal)
            return Answers.Refused(refusal);
        var grain = grains.Account(body.Login);
        var account = await grain.Credentials();
        var matches = await passwords.Matches(account, body.Password, http.RequestAborted);
        if (account is null)
            return Answers.Refused(Wrong);
        // While it is locked even the right password is not said to be right.
        if (account.LockedUntil > time.GetUtcNow())
            return Answers.Refused(ErrorCode.AccountLocked, "Too many failures; the account is locked for a while.");
        await grain.Attempted(matches);
        return !matches ? Answers.Refused(Wrong)
            : account.Demo && !demo.Allows(http.Connection.RemoteIpAddress) ? Answers.Refused(SessionCheck.DemoOnly)
            : Results.Ok(desk.Open(account));
    }
}
