using System.Collections.Immutable;
using Grainline.Refusals;
using Grainline.Tickets.Desk.Forms;
using Orleans;

namespace Grainline.Tickets.Desk;

/// <summary>
/// What this silo knows of desks, so that tickets need not ask for it. Versions never change and are kept; teams and their newest rules are believed for five seconds, and not a moment longer when the change was
/// made on this silo.
/// </summary>
internal sealed class DeskCatalog(IGrainFactory grains, TimeProvider time)
{
    private const int Bound = 2_000;

    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(5);

    private readonly SingleFlight<(string Tenant, DefinitionRef Version), LifecycleSpec> _lifecycles = new(Bound, time);
    private readonly SingleFlight<(string Tenant, DefinitionRef Version), CompiledForm> _forms = new(Bound, time);
    private readonly SingleFlight<(string Tenant, DefinitionRef Version), SlaPolicySpec> _policies = new(Bound, time);
    private readonly SingleFlight<string, ImmutableDictionary<string, Team>> _teams = new(Bound, time, Believed);
    private readonly SingleFlight<(string Tenant, string Team, string? Form), Outcome<TeamRules>> _rules = new(Bound, time, Believed);

    /// <summary>Throws when there is no such version: a ticket cannot name one that was never published.</summary>
    public ValueTask<LifecycleSpec> Lifecycle(string tenant, DefinitionRef version) =>
        _lifecycles.Get((tenant, version), async key => await grains.Desk(key.Tenant).Lifecycle(key.Version) ?? throw Missing(key));

    public ValueTask<CompiledForm> Form(string tenant, DefinitionRef version) => _forms.Get((tenant, version), async key =>
        CompiledForm.Of(await grains.Desk(key.Tenant).Form(key.Version) ?? throw Missing(key)) is { Value: { } form } ? form : throw Missing(key));

    /// <summary>Null promises nothing.</summary>
    public async ValueTask<SlaPolicySpec?> SlaPolicy(string tenant, DefinitionRef? version) =>
        version is null ? null : await _policies.Get((tenant, version), async key => await grains.Desk(key.Tenant).SlaPolicy(key.Version) ?? throw Missing(key));

    /// <summary>Null when there is no such team, or no longer.</summary>
    public async ValueTask<Team?> Team(string tenant, string id) => (await Teams(tenant)).GetValueOrDefault(id);

    /// <summary>A tenant's teams by id.</summary>
    public ValueTask<ImmutableDictionary<string, Team>> Teams(string tenant) =>
        _teams.Get(tenant, async key => (await grains.Desk(key).Teams()).ToImmutableDictionary(team => team.Id));

    /// <summary>As <see cref="IDeskGrain.RulesOf"/>.</summary>
    public ValueTask<Outcome<TeamRules>> RulesOf(string tenant, string team, string? form) =>
        _rules.Get((tenant, team, form), key => grains.Desk(key.Tenant).RulesOf(key.Team, key.Form));

    /// <summary>The versions that a ticket goes through, for <see cref="FormUpgrade.Apply"/>. Refused with <see cref="ErrorCode.DefinitionNotFound"/> when there is no such version, or it is not a later one.</summary>
    public async ValueTask<Outcome<ImmutableArray<FormSpec>>> UpgradePath(string tenant, DefinitionRef from, int toVersion)
    {
        var newest = (await grains.Desk(tenant).Versions(DeskKind.Form, from.Id)).Value is [var last, ..] ? last.Version : 0;
        if (toVersion <= from.Version || toVersion > newest)
            return new Refusal(ErrorCode.DefinitionNotFound, $"The form '{from.Id}' has no version {toVersion} after {from.Version}.");
        var path = ImmutableArray.CreateBuilder<FormSpec>();
        for (var version = from.Version + 1; version <= toVersion; version++)
            path.Add((await Form(tenant, new(from.Id, version))).Spec);
        return path.ToImmutable();
    }

    /// <summary>Teams and newest versions have changed.</summary>
    public void Forget(string tenant)
    {
        _teams.Forget(key => key == tenant);
        _rules.Forget(key => key.Tenant == tenant);
    }

    private static InvalidDataException Missing((string Tenant, DefinitionRef Version) key) => new($"The desk of {key.Tenant} has no '{key.Version.Id}' version {key.Version.Version}.");
}
