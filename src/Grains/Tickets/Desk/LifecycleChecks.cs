using System.Collections.Immutable;
using Grainline.Refusals;
using static Grainline.Tickets.Desk.DeskText;

namespace Grainline.Tickets.Desk;

/// <summary>What a lifecycle must be before it is published. Pure: a null means yes, a refusal names the fault.</summary>
internal static class LifecycleChecks
{
    private const int Transitions = 400;
    private const int ShortestSeconds = 60;
    private const int LongestSeconds = 31_536_000;

    public static Refusal? MayPublish(LifecycleSpec spec) =>
        Name(spec.Name, "The lifecycle's name") ?? Shape(spec) ?? spec.States.Select(State).FirstOrDefault(Found)
        ?? Twice(spec.States.Select(s => s.Id), id => $"The state '{id}' stands twice.")
        ?? (spec.States.All(s => s.Id != spec.Initial) ? Fault($"The initial state '{spec.Initial}' is not among the states.") : null)
        ?? spec.Transitions.Select(t => Transition(spec, t)).FirstOrDefault(Found)
        ?? spec.States.Select(s => Choices(spec, s.Id)).FirstOrDefault(Found)
        ?? LifecycleWalk.Of(spec).Fault();

    private static Refusal? Shape(LifecycleSpec spec) =>
        spec.States.IsDefaultOrEmpty || spec.States.Length > TicketLimits.States ? Fault($"A lifecycle has 1 to {TicketLimits.States} states.")
        : spec.Transitions.IsDefault || spec.Transitions.Length > Transitions ? Fault($"A lifecycle has at most {Transitions} transitions.")
        : spec.States.Any(s => s is null) || spec.Transitions.Any(t => t is null) ? Fault("A state or a transition is missing.")
        : null;

    private static Refusal? State(StateSpec state) =>
        Id(state.Id, $"The state '{state.Id}'") ?? Names(state.Names, $"the state '{state.Id}'")
        ?? (Enum.IsDefined(state.Category) ? null : Fault($"The state '{state.Id}' has no category that exists."));

    private static Refusal? Transition(LifecycleSpec spec, TransitionSpec t)
    {
        var what = $"The transition '{t.Trigger}'";
        var guards = t.Guards is { IsDefault: true } ? [] : t.Guards ?? [];
        return Id(t.Trigger, what) ?? Names(t.Names, $"the transition '{t.Trigger}'")
            ?? (t.From.IsDefault ? Fault($"{what} does not say from where.") : null)
            ?? t.From.Append(t.To).Where(id => spec.States.All(s => s.Id != id)).Select(id => Fault($"{what} names the state '{id}', which does not exist.")).FirstOrDefault()
            ?? Twice(t.From, id => $"{what} names the state '{id}' twice.")
            ?? (t.From.Contains(t.To) ? Fault($"{what} leads from '{t.To}' to itself.") : null)
            ?? (!Enum.IsDefined(t.On) || guards.Any(g => !Enum.IsDefined(g)) ? Fault($"{what} has an event or a guard that does not exist.") : null)
            ?? ((t.Roles & ~(StaffRoles.Agent | StaffRoles.Supervisor | StaffRoles.Admin)) != 0 ? Fault($"{what} is for a role that does not exist.") : null)
            ?? Twice(guards, g => $"{what} has the guard {g} twice.")
            ?? Time(t, what);
    }

    private static Refusal? Time(TransitionSpec t, string what) =>
        t.On == StateEvent.TimePassed
            ? t.AfterSeconds is >= ShortestSeconds and <= LongestSeconds ? null : Fault($"{what} happens after {ShortestSeconds} to {LongestSeconds} seconds.")
            : t.AfterSeconds is null ? null : Fault($"{what} has a time but does not happen by time.");

    /// <summary>From one state a trigger stands once, and nothing waits behind what always comes first.</summary>
    private static Refusal? Choices(LifecycleSpec spec, string state)
    {
        ImmutableArray<TransitionSpec> leaving = [.. LifecycleRules.Leaving(spec, state)];
        if (Twice(leaving.Select(t => t.Trigger), trigger => $"The trigger '{trigger}' stands twice from the state '{state}'.") is { } twice)
            return twice;
        foreach (var same in leaving.Where(t => t.On != StateEvent.None).GroupBy(t => t.On))
        {
            ImmutableArray<TransitionSpec> order = [.. same.OrderBy(t => t.AfterSeconds ?? 0)];
            var last = order.ToList().FindIndex(t => LifecycleRules.Guards(t).IsEmpty);
            if (last >= 0 && last < order.Length - 1)
                return Fault($"From the state '{state}' the transition '{order[last + 1].Trigger}' never happens on {same.Key}: '{order[last].Trigger}' comes first and always may.");
        }

        return null;
    }

    private static Refusal? Twice<T>(IEnumerable<T> names, Func<T, string> message) =>
        names.GroupBy(name => name).Where(same => same.Skip(1).Any()).Select(same => Fault(message(same.Key))).FirstOrDefault();

    private static bool Found(Refusal? refusal) => refusal is not null;
}
