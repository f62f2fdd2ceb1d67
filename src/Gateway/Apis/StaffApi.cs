using Grainline.Agents;
using Grainline.Gateway.Authentication;
using Grainline.Gateway.Authorization;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Security;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <param name="AgentId">Id of the agent behind the account; the login when absent.</param>
/// <param name="Capacity">Conversations it serves at once, 1 to 100.</param>
public sealed record AddStaffRequest(string Login, string Name, string Password, StaffRoles Roles, string[] Queues, string? AgentId = null, int Capacity = 4)
{
    public string Agent => AgentId ?? Login.ToLowerInvariant();

    public override string ToString() => nameof(AddStaffRequest);

    internal Refusal? Refuse() =>
        SetupShape.Login(Login) ?? Check.Name(Name, "name") ?? SetupShape.NewPassword(Password) ?? Check.Id(Agent, "agentId")
        ?? Check.Range(Capacity, 1, 100, "capacity") ?? Check.Range(Queues.Length, 0, 100, "queues")
        ?? (Roles == StaffRoles.None ? Check.Invalid("Name at least one role.") : null)
        ?? Queues.Select(queue => Check.Id(queue, "queues")).FirstOrDefault(refusal => refusal is not null);
}

internal static class StaffApi
{
    public static void MapStaff(this IEndpointRouteBuilder api) =>
        api.MapPost("/staff", Add).ForStaff(StaffRoles.Admin).WithSummary("Adds a staff member.").Produces<TenantView>();

    private static async Task<IResult> Add(AddStaffRequest body, HttpContext http, IGrainFactory grains, Passwords passwords)
    {
        if (body.Refuse() is { } refusal)
            return Answers.Refused(refusal);
        var tenant = http.Session().Tenant;
        var hash = await passwords.Hash(body.Password, http.RequestAborted);
        var account = new CreateAccount(body.Login.ToLowerInvariant(), tenant, body.Agent, body.Name, body.Roles, hash);
        return (await grains.Tenant(tenant).AddStaff(account, new AgentProfile(body.Name, body.Capacity, [.. body.Queues]))).Answer();
    }
}
