using System.Collections.Immutable;
using Grainline.Journaling;

namespace Grainline.Tickets.Desk;

/// <summary>Everything that a tenant has set up. It begins with the default desk, whose version 1 is what nobody has published.</summary>
internal sealed record DeskState : IEventSourced<DeskState, DeskEvent>
{
    public static DeskState Initial { get; } = DefaultDesk.State();

    public ImmutableArray<Team> Teams { get; init; } = [];

    public DefinitionShelf<LifecycleSpec> Lifecycles { get; init; } = new();

    public DefinitionShelf<FormSpec> Forms { get; init; } = new();

    public DefinitionShelf<SlaPolicySpec> SlaPolicies { get; init; } = new();

    public ImmutableArray<Macro> Macros { get; init; } = [];

    public ImmutableArray<SavedReply> Replies { get; init; } = [];

    public DeskState Apply(DeskEvent @event, long seq, DateTimeOffset at) => @event switch
    {
        TeamSaved e => this with { Teams = Put(Teams, e.Team, team => team.Id) },
        LifecycleDefined e => this with { Lifecycles = Lifecycles.Publish(new(e.Id, e.Version, e.Spec, at, e.By, e.Note)) },
        FormDefined e => this with { Forms = Forms.Publish(new(e.Id, e.Version, e.Spec, at, e.By, e.Note)) },
        SlaPolicyDefined e => this with { SlaPolicies = SlaPolicies.Publish(new(e.Id, e.Version, e.Spec, at, e.By, e.Note)) },
        MacroSaved e => this with { Macros = Put(Macros, e.Macro, macro => macro.Id) },
        ReplySaved e => this with { Replies = Put(Replies, e.Reply, reply => reply.Id) },
        DeskRemoved e => Without(e.Kind, e.Id),
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };

    public Team? Team(string id) => Teams.FirstOrDefault(team => team.Id == id);

    public bool Has(DeskKind kind, string id) => kind switch
    {
        DeskKind.Team => Team(id) is not null,
        DeskKind.Lifecycle => Lifecycles.Current(id) is not null,
        DeskKind.Form => Forms.Current(id) is not null,
        DeskKind.SlaPolicy => SlaPolicies.Current(id) is not null,
        DeskKind.Macro => Macros.Any(macro => macro.Id == id),
        DeskKind.SavedReply => Replies.Any(reply => reply.Id == id),
        _ => false,
    };

    private DeskState Without(DeskKind kind, string id) => kind switch
    {
        DeskKind.Team => this with { Teams = Teams.RemoveAll(team => team.Id == id) },
        DeskKind.Lifecycle => this with { Lifecycles = Lifecycles.Remove(id) },
        DeskKind.Form => this with { Forms = Forms.Remove(id) },
        DeskKind.SlaPolicy => this with { SlaPolicies = SlaPolicies.Remove(id) },
        DeskKind.Macro => this with { Macros = Macros.RemoveAll(macro => macro.Id == id) },
        DeskKind.SavedReply => this with { Replies = Replies.RemoveAll(reply => reply.Id == id) },
        _ => throw new InvalidOperationException($"No fold for {kind}."),
    };

    /// <summary>In the place of the one with the same id, or at the end.</summary>
    private static ImmutableArray<T> Put<T>(ImmutableArray<T> all, T one, Func<T, string> id) =>
        all.FirstOrDefault(other => id(other) == id(one)) is { } before ? all.Replace(before, one) : all.Add(one);
}
