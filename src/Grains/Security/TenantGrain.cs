using Grainline.Agents;
using Grainline.Journaling;
using Grainline.Refusals;
using Grainline.Routing;
using Orleans.Runtime;

namespace Grainline.Security;

/// <summary>One customer of the installation. Each step creates the owned grain first and lists it afterwards, so a repeated step after a crash completes it.</summary>
internal sealed partial class TenantGrain(
    GrainJournal<TenantEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<TenantState>> snapshot)
    : JournaledGrain<TenantState, TenantEvent>(journal, snapshot), ITenantGrain
{
    private static readonly Refusal NoTenant = new(ErrorCode.Forbidden, "There is no such tenant.");

    protected override string Kind => "tenant";

    public async Task<Outcome<TenantView>> Create(CreateTenant command)
    {
        if (!TenantScoped.IsId(Key) || command.Name is not { Length: > 0 and <= Limits.NameLength })
            return new Refusal(ErrorCode.InvalidArgument, "A tenant id is letters, digits, '-', '_' and '.'; a name has 1 to 120 characters.");
        if (State.Name is null)
            await Commit(new TenantCreated(command.Name));
        return Shown();
    }

    public Task<Outcome<TenantView>> View() => Task.FromResult<Outcome<TenantView>>(State.Name is null ? NoTenant : Shown());

    public async Task<Outcome<TenantView>> AddQueue(string queueId, QueueProfile profile)
    {
        if (State.Name is null)
            return NoTenant;
        if (!TenantScoped.IsId(queueId))
            return new Refusal(ErrorCode.InvalidArgument, "A queue id is letters, digits, '-', '_' and '.'.");
        if (profile.Rings is { IsDefault: false } rings && rings.Any(r => r?.ToQueue is { } to && to != queueId && !State.Queues.Contains(to)))
            return new Refusal(ErrorCode.QueueNotFound, "A ring overflows to a queue that does not exist.");
        if (TenantRules.MayNeed(State, profile) is { } unlisted)
            return unlisted;
        if ((await GrainFactory.Routing(new QueueKey(Key, queueId)).Configure(profile)).Refusal is { } refusal)
            return refusal;
        if (!State.Queues.Contains(queueId))
            await Commit(new QueueAdded(queueId));
        return Shown();
    }

    public async Task<Outcome<TenantView>> AddSite(string siteKey, CreateSite site)
    {
        if (State.Name is null)
            return NoTenant;
        if (!TenantScoped.IsId(siteKey) || site.Tenant != Key)
            return new Refusal(ErrorCode.InvalidArgument, "A site key is letters, digits, '-', '_' and '.'.");
        if (!State.Queues.Contains(site.Queue))
            return new Refusal(ErrorCode.QueueNotFound, "There is no such queue.");
        if ((await GrainFactory.Site(siteKey).Create(site)).Refusal is { } refusal)
            return refusal;
        if (!State.Sites.Contains(siteKey))
            await Commit(new SiteAdded(siteKey));
        return Shown();
    }

    public async Task<Outcome<TenantView>> AddStaff(CreateAccount account, AgentProfile profile)
    {
        if (State.Name is null || account.Tenant != Key)
            return NoTenant;
        if (TenantRules.MayBeStaffed(State, profile) is { } unfit)
            return unfit;
        var created = await GrainFactory.Account(account.Login).Create(account);
        if (created.Value is not { } staff)
            return created.Refusal!;
        if ((await GrainFactory.Agent(new AgentKey(Key, account.AgentId)).Configure(profile)).Refusal is { } refusal)
            return refusal;
        if (!State.Staff.Contains(staff))
            await Commit(new StaffAdded(staff));
        return Shown();
    }

    private TenantView Shown() => new(Key, State.Name!, State.Sites, State.Queues, State.Staff);
}
