using System.Collections.Immutable;
using Grainline.Journaling;

namespace Grainline.Security;

internal sealed record TenantState : IEventSourced<TenantState, TenantEvent>
{
    public static TenantState Initial { get; } = new();

    public string? Name { get; init; }

    public ImmutableArray<string> Queues { get; init; } = [];

    public ImmutableArray<string> Sites { get; init; } = [];

    public ImmutableArray<StaffView> Staff { get; init; } = [];

    public ImmutableArray<Skill> Skills { get; init; } = [];

    public TenantState Apply(TenantEvent @event, long seq, DateTimeOffset at) => @event switch
    {
        TenantCreated e => this with { Name = e.Name },
        QueueAdded e => this with { Queues = Queues.Add(e.Queue) },
        SiteAdded e => this with { Sites = Sites.Add(e.SiteKey) },
        StaffAdded e => this with { Staff = Staff.Add(e.Staff) },
        SkillsListed e => this with { Skills = e.Skills },
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };
}

internal sealed record AccountState : IEventSourced<AccountState, AccountEvent>
{
    public static AccountState Initial { get; } = new();

    public AccountCreated? Facts { get; init; }

    public string PasswordHash { get; init; } = "";

    public string Stamp { get; init; } = "";

    public DateTimeOffset? LockedUntil { get; init; }

    public AccountState Apply(AccountEvent @event, long seq, DateTimeOffset at) => @event switch
    {
        AccountCreated e => this with { Facts = e, PasswordHash = e.PasswordHash, Stamp = e.Stamp },
        PasswordChanged e => this with { PasswordHash = e.PasswordHash, Stamp = e.Stamp, LockedUntil = null },
        AccountLocked e => this with { LockedUntil = e.Until },
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };
}

internal sealed record SiteState : IEventSourced<SiteState, SiteEvent>
{
    public static SiteState Initial { get; } = new();

    public SiteCreated? Facts { get; init; }

    public SiteState Apply(SiteEvent @event, long seq, DateTimeOffset at) => @event switch
    {
        SiteCreated e => new() { Facts = e },
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };
}

internal sealed record InstallationState : IEventSourced<InstallationState, InstallationEvent>
{
    public static InstallationState Initial { get; } = new();

    public string? CodeHash { get; init; }

    public bool Ready { get; init; }

    public bool Demo { get; init; }

    public InstallationState Apply(InstallationEvent @event, long seq, DateTimeOffset at) => @event switch
    {
        SetupCodeIssued e => this with { CodeHash = e.CodeHash },
        InstallationReady e => this with { Ready = true, Demo = e.Demo, CodeHash = null },
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };
}
