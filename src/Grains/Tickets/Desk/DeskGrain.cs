using System.Collections.Immutable;
using Grainline.Journaling;
using Grainline.Refusals;
using Grainline.Security;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Grainline.Tickets.Desk;

/// <summary>A tenant's desk. Changes come one at a time, so what they were checked against still holds when they are committed; reading goes on beside them.</summary>
[Reentrant]
internal sealed partial class DeskGrain(
    GrainJournal<DeskEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<DeskState>> snapshot,
    IEnumerable<IOpenTickets> openTickets,
    DeskCatalog catalog)
    : JournaledGrain<DeskState, DeskEvent>(journal, snapshot), IDeskGrain
{
    private readonly StepGate _gate = new();

    protected override string Kind => "desk";

    public async Task<Outcome<DeskView>> View() => new DeskView(
        await Teams(), Named(Durable.Lifecycles), Named(Durable.Forms), Named(Durable.SlaPolicies), Durable.Macros, Durable.Replies);

    public async Task<ImmutableArray<Team>> Teams() => [.. await Task.WhenAll(Durable.Teams.Select(Staffed))];

    public Task<LifecycleSpec?> Lifecycle(DefinitionRef version) => Task.FromResult(Durable.Lifecycles.Version(version)?.Spec);

    public Task<FormSpec?> Form(DefinitionRef version) => Task.FromResult(Durable.Forms.Version(version)?.Spec);

    public Task<SlaPolicySpec?> SlaPolicy(DefinitionRef version) => Task.FromResult(Durable.SlaPolicies.Version(version)?.Spec);

    public async Task<Outcome<TeamRules>> RulesOf(string team, string? form)
    {
        var s = Durable;
        if (s.Team(team) is not { } found)
            return DeskRules.NotFound(DeskKind.Team, team);
        var template = form ?? found.Forms[0];
        return found.Forms.Contains(template)
            ? new TeamRules(await Staffed(found), Newest(s.Lifecycles, found.Lifecycle), Newest(s.Forms, template), found.SlaPolicy is { } sla ? Newest(s.SlaPolicies, sla) : null)
            : new Refusal(ErrorCode.DefinitionNotFound, $"The team '{team}' has no form '{template}'.");
    }

    public Task<Outcome<ImmutableArray<VersionSummary>>> Versions(DeskKind kind, string id)
    {
        var versions = kind switch
        {
            DeskKind.Lifecycle => Summaries(Durable.Lifecycles, id),
            DeskKind.Form => Summaries(Durable.Forms, id),
            DeskKind.SlaPolicy => Summaries(Durable.SlaPolicies, id),
            _ => null,
        };
        return Task.FromResult<Outcome<ImmutableArray<VersionSummary>>>(versions is { } found ? found : DeskRules.NotFound(kind, id));
    }

    public Task<PublicFormView?> PublicForm(string id) => Task.FromResult(
        Durable.Forms.Current(id) is { Spec.Public: true } form && Durable.Teams.FirstOrDefault(team => team.Forms.Contains(id)) is { } team
            ? new PublicFormView(id, form.Version, form.Spec, team.Id)
            : null);

    protected override void Tell(in Step<DeskState, DeskEvent> step) => catalog.Forget(Key);

    /// <summary>The default team serves the tenant before anybody has set up teams: without members of its own it has everybody.</summary>
    private async Task<Team> Staffed(Team team) => team is { Id: DefaultDesk.Id, Members.IsEmpty: true } ? team with { Members = [.. await Staff()] } : team;

    private async Task<IEnumerable<string>> Staff() => (await GrainFactory.Tenant(Key).View()).Value?.Staff.Select(staff => staff.AgentId) ?? [];

    private static DefinitionRef Newest<T>(DefinitionShelf<T> shelf, string id) => new(id, shelf.Current(id)!.Version);

    private static ImmutableArray<NamedVersion<T>> Named<T>(DefinitionShelf<T> shelf) => [.. shelf.Newest.Select(v => new NamedVersion<T>(v.Id, v.Version, v.Spec))];

    private static ImmutableArray<VersionSummary>? Summaries<T>(DefinitionShelf<T> shelf, string id) =>
        shelf.Find(id) is { } found ? [.. found.Versions.Reverse().Select(v => new VersionSummary(v.Version, v.At, v.By, v.Note))] : null;
}
