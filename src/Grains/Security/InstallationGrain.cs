using Grainline.Journaling;
using Grainline.Refusals;
using Grainline.Tickets.Desk;
using Orleans.Runtime;

namespace Grainline.Security;

/// <summary>First start. Every step is idempotent and the installation is ready only after the last one, so a crash in between is finished by the next try.</summary>
internal sealed class InstallationGrain(
    GrainJournal<InstallationEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<InstallationState>> snapshot,
    TimeProvider time)
    : JournaledGrain<InstallationState, InstallationEvent>(journal, snapshot), IInstallationGrain
{
    private const string FirstQueue = "support";
    private const int Capacity = 5;

    private static readonly Refusal AlreadyReady = new(ErrorCode.SetupCodeInvalid, "This installation is set up already.");
    private static readonly Refusal JustIssued = new(ErrorCode.Overloaded, "A set-up code was issued a moment ago.");

    // In memory: it only keeps silos that start together from voiding each other's codes.
    private long? _issuedAt;

    protected override string Kind => "installation";

    public Task<InstallationView> View() => Task.FromResult(new InstallationView(State.Ready, State.Demo));

    public async Task<Outcome<string>> IssueSetupCode(TimeSpan? unlessWithin)
    {
        if (State.Ready)
            return AlreadyReady;
        if (unlessWithin is { } recent && _issuedAt is { } at && time.GetElapsedTime(at) < recent)
            return JustIssued;
        var code = Secrets.New();
        await Commit(new SetupCodeIssued(Secrets.Hash(code)));
        _issuedAt = time.GetTimestamp();
        return code;
    }

    public async Task<Outcome<TenantView>> SetUp(SetUpInstallation command)
    {
        if (State.Ready)
            return AlreadyReady;
        if (State.CodeHash is not { } expected || !Secrets.Same(Secrets.Hash(command.Code), expected))
            return new Refusal(ErrorCode.SetupCodeInvalid, "The set-up code is wrong or was used.");
        var admin = new CreateAccount(
            command.Login, command.Tenant, command.Login.ToLowerInvariant(), command.Name,
            StaffRoles.Agent | StaffRoles.Supervisor | StaffRoles.Admin, command.PasswordHash);
        var tenant = await Build(command.Tenant, command.TenantName, command.Tenant, command.Origins, [admin]);
        if (tenant.Succeeded)
            await Commit(new InstallationReady(command.Tenant, Demo: false));
        return tenant;
    }

    public async Task<Outcome<TenantView>> CreateDemo(string passwordHash)
    {
        const string demo = "demo";
        if (State is { Ready: true, Demo: false })
            return AlreadyReady;
        if (State.Ready)
            return await GrainFactory.Tenant(demo).View();
        CreateAccount Account(string login, string name, StaffRoles roles) => new(login, demo, login, name, roles, passwordHash, Demo: true);
        var tenant = await Build(demo, "Grainline Demo", demo, [],
        [
            Account("amy", "Amy", StaffRoles.Agent),
            Account("li", "Li", StaffRoles.Agent),
            Account("sam", "Sam", StaffRoles.Supervisor),
            Account("ada", "Ada", StaffRoles.Supervisor | StaffRoles.Admin),
        ]);
        if (!tenant.Succeeded)
            return tenant;
        if (await DemoDesk.SetUp(GrainFactory.Desk(demo)) is { } refusal)
            return refusal;
        await Commit(new InstallationReady(demo, Demo: true));
        return tenant;
    }

    private async Task<Outcome<TenantView>> Build(
        string id, string name, string siteKey, System.Collections.Immutable.ImmutableArray<string> origins, CreateAccount[] staff)
    {
        var tenant = GrainFactory.Tenant(id);
        var result = await tenant.Create(new(name));
        if (result.Succeeded)
            result = await tenant.AddQueue(FirstQueue, new("Support", "least-loaded", OfferSeconds: 30));
        if (result.Succeeded)
            result = await tenant.AddSite(siteKey, new(id, name, FirstQueue, origins));
        foreach (var account in staff)
        {
            if (result.Succeeded)
                result = await tenant.AddStaff(account, new(account.Name, Capacity, [FirstQueue]));
        }

        return result;
    }
}
