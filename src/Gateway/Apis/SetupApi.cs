using Grainline.Gateway.Authentication;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Security;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <param name="Code">The one-time code that the first start prints.</param>
/// <param name="Tenant">Becomes part of every key and cannot be changed.</param>
public sealed record SetUpRequest(string Code, string Tenant, string TenantName, string Login, string Name, string Password, string[] Origins)
{
    public override string ToString() => nameof(SetUpRequest);

    internal Refusal? Refuse() =>
        Check.Words(Code, 128, "code") ?? Check.Id(Tenant, "tenant") ?? Check.Name(TenantName, "tenantName") ?? SetupShape.Login(Login)
        ?? Check.Name(Name, "name") ?? SetupShape.NewPassword(Password) ?? SetupShape.Origins(Origins);
}

internal static class SetupApi
{
    public static void MapSetup(this IEndpointRouteBuilder api) =>
        api.MapPost("/setup", SetUp).WithSummary("Creates the first tenant and administrator, for the holder of the one-time code.").Produces<StaffSession>();

    private static async Task<IResult> SetUp(SetUpRequest body, HttpContext http, IGrainFactory grains, Passwords passwords, SessionDesk desk, AddressBudget budget)
    {
        if (!budget.MayLogIn(http.Connection.RemoteIpAddress))
            return Answers.Refused(ErrorCode.RateLimited, "Too many attempts from this address; wait a moment.");
        if (body.Refuse() is { } refusal)
            return Answers.Refused(refusal);
        var hash = await passwords.Hash(body.Password, http.RequestAborted);
        var login = body.Login.ToLowerInvariant();
        var done = await grains.Installation().SetUp(new(body.Code, body.Tenant, body.TenantName, login, body.Name, hash, [.. body.Origins]));
        if (!done.Succeeded)
            return Answers.Refused(done.Refusal);
        var account = await grains.Account(login).Credentials() ?? throw new InvalidOperationException("The account that was just set up cannot be found.");
        return Results.Ok(desk.Open(account));
    }
}
