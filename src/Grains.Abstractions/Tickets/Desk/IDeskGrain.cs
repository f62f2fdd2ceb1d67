using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Refusals;
using Orleans;

namespace Grainline.Tickets.Desk;

/// <summary>What a tenant has set up for its tickets. Keyed by tenant. Reading is for staff, writing for administrators: the door checks who asks, the grain what is asked.</summary>
[Alias("IDeskGrain")]
public interface IDeskGrain : IGrainWithStringKey
{
    /// <summary>Everything in its newest form, without old versions. A tenant that has set up nothing has one team, lifecycle, form and SLA policy, each called <c>default</c>.</summary>
    Task<Outcome<DeskView>> View();

    Task<Outcome<Team>> SaveTeam(Actor by, Team team);

    /// <summary>Refused while something names it.</summary>
    Task<Outcome<Done>> Remove(Actor by, DeskKind kind, string id);

    Task<Outcome<DefinitionVersion<LifecycleSpec>>> PublishLifecycle(Actor by, string id, LifecycleSpec spec, string? note);

    /// <param name="check">True to learn what would be refused, without publishing.</param>
    Task<Outcome<FormPublished>> PublishForm(Actor by, string id, FormSpec spec, string? note, bool check);

    Task<Outcome<DefinitionVersion<SlaPolicySpec>>> PublishSlaPolicy(Actor by, string id, SlaPolicySpec spec, string? note);

    Task<Outcome<Macro>> SaveMacro(Actor by, Macro macro);

    Task<Outcome<SavedReply>> SaveReply(Actor by, SavedReply reply);

    /// <summary>One version; null when there is none. Never changes once it is there: callers keep it.</summary>
    Task<LifecycleSpec?> Lifecycle(DefinitionRef version);

    Task<FormSpec?> Form(DefinitionRef version);

    Task<SlaPolicySpec?> SlaPolicy(DefinitionRef version);

    /// <summary>What a new ticket of the team is made by, or where a ticket arrives that is transferred to it.</summary>
    /// <param name="form">Null for the team's default.</param>
    Task<Outcome<TeamRules>> RulesOf(string team, string? form);

    /// <summary>Newest first.</summary>
    Task<Outcome<ImmutableArray<VersionSummary>>> Versions(DeskKind kind, string id);

    /// <summary>The teams alone, for those who ask often: who sees what hangs on them.</summary>
    Task<ImmutableArray<Team>> Teams();

    /// <summary>A form that visitors may fill, at its newest version; null when there is none, or no team has it.</summary>
    Task<PublicFormView?> PublicForm(string id);
}

public enum DeskKind
{
    Team,
    Lifecycle,
    Form,
    SlaPolicy,
    Macro,
    SavedReply,
}

[GenerateSerializer, Immutable, Alias("desk.view")]
public sealed record DeskView(
    ImmutableArray<Team> Teams, ImmutableArray<NamedVersion<LifecycleSpec>> Lifecycles, ImmutableArray<NamedVersion<FormSpec>> Forms,
    ImmutableArray<NamedVersion<SlaPolicySpec>> SlaPolicies, ImmutableArray<Macro> Macros, ImmutableArray<SavedReply> Replies);

[GenerateSerializer, Immutable, Alias("desk.named`1")]
public sealed record NamedVersion<T>(string Id, int Version, T Spec);

[GenerateSerializer, Immutable, Alias("desk.version`1")]
public sealed record DefinitionVersion<T>(string Id, int Version, T Spec, DateTimeOffset At, Author By, string? Note);

[GenerateSerializer, Immutable, Alias("desk.version-summary")]
public sealed record VersionSummary(int Version, DateTimeOffset At, Author By, string? Note);

/// <param name="Version">Null when it was only checked.</param>
/// <param name="OpenTickets">Tickets that are neither solved nor closed and were written with an older version.</param>
/// <param name="Unfit">Those of them whose fields would not be valid after the upgrade path, at most 100; publishing is refused with <see cref="ErrorCode.FormWouldBreakTickets"/> while there are any.</param>
[GenerateSerializer, Immutable, Alias("desk.form-published")]
public sealed record FormPublished(string Id, int? Version, int OpenTickets, ImmutableArray<UnfitTicket> Unfit);

[GenerateSerializer, Immutable, Alias("desk.unfit")]
public sealed record UnfitTicket(string TicketId, long Number, string Why);

/// <param name="Team">Whose tickets it makes: the first team that has the form.</param>
[GenerateSerializer, Immutable, Alias("desk.public-form")]
public sealed record PublicFormView(string Id, int Version, FormSpec Spec, string Team);

/// <summary>Everything by which a ticket of a team lives, at its newest versions.</summary>
[GenerateSerializer, Immutable, Alias("desk.rules")]
public sealed record TeamRules(Team Team, DefinitionRef Lifecycle, DefinitionRef Form, DefinitionRef? SlaPolicy);

public static class DeskGrains
{
    public static IDeskGrain Desk(this IGrainFactory grains, string tenant) => grains.GetGrain<IDeskGrain>(tenant);
}
