using System.Collections.Immutable;
using Grainline.Tickets;
using Grainline.Tickets.Desk;

namespace Grainline.Tests.Tickets.Desk;

/// <summary>Short spellings of lifecycles.</summary>
internal static class Lifecycles
{
    public static readonly TransitionContext Free = new(StaffRoles.Agent | StaffRoles.Supervisor | StaffRoles.Admin, true, true, true, true);

    public static LifecycleSpec Of(string initial, StateSpec[] states, params TransitionSpec[] transitions) => new("Test", initial, [.. states], [.. transitions]);

    public static StateSpec State(string id, StateCategory category = StateCategory.Open) => new(id, category, Names);

    public static TransitionSpec Move(
        string trigger, string[] from, string to, StateEvent on = StateEvent.None, StateGuard[]? guards = null, int? after = null, StaffRoles roles = StaffRoles.None) =>
        new([.. from], trigger, to, Names, on, roles, guards?.ToImmutableArray(), after);

    private static ImmutableDictionary<string, string> Names { get; } = ImmutableDictionary.CreateRange([KeyValuePair.Create("en", "Name")]);
}
