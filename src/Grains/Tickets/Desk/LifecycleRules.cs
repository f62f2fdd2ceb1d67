using System.Collections.Immutable;
using Grainline.Refusals;

namespace Grainline.Tickets.Desk;

/// <summary>What a guard asks, as it stands when somebody calls or something happens.</summary>
/// <param name="Roles">Of whoever calls; what happens by itself needs none.</param>
/// <param name="FormComplete"><see cref="StateGuard.FormComplete"/></param>
/// <param name="HasAssignee"><see cref="StateGuard.HasAssignee"/></param>
/// <param name="ChildrenSolved"><see cref="StateGuard.ChildrenSolved"/>; true without children.</param>
/// <param name="Answered"><see cref="StateGuard.Answered"/></param>
internal readonly record struct TransitionContext(StaffRoles Roles, bool FormComplete, bool HasAssignee, bool ChildrenSolved, bool Answered)
{
    public bool Holds(StateGuard guard) => guard switch
    {
        StateGuard.FormComplete => FormComplete,
        StateGuard.HasAssignee => HasAssignee,
        StateGuard.ChildrenSolved => ChildrenSolved,
        StateGuard.Answered => Answered,
        _ => false,
    };
}

/// <summary>The moves of a published lifecycle. Pure; what is not listed is refused, never ignored.</summary>
internal static class LifecycleRules
{
    /// <summary>Somebody calls a trigger.</summary>
    public static Outcome<TransitionSpec> Next(LifecycleSpec spec, string state, string trigger, TransitionContext context)
    {
        if (Leaving(spec, state).FirstOrDefault(t => t.Trigger == trigger) is not { } transition)
            return No($"A ticket that is '{state}' cannot '{trigger}'.");
        if (!MayCall(transition, context.Roles))
            return No($"'{trigger}' is for other roles.");
        return Guards(transition).Where(guard => !context.Holds(guard)).Select(guard => (StateGuard?)guard).FirstOrDefault() is { } unmet
            ? No($"'{trigger}' has to wait: {Wants(unmet)}.")
            : transition;
    }

    /// <summary>Something has happened: the first transition that listens to it and whose guards hold; null when the ticket stays where it is.</summary>
    public static TransitionSpec? On(LifecycleSpec spec, string state, StateEvent happened, TransitionContext context) =>
        happened == StateEvent.None ? null : Leaving(spec, state).FirstOrDefault(t => t.On == happened && Allows(t, context));

    /// <summary>As <see cref="On"/> of <see cref="StateEvent.TimePassed"/>: the one that was due first, after the state has lasted this long.</summary>
    public static TransitionSpec? OnTime(LifecycleSpec spec, string state, TimeSpan lasted, TransitionContext context) =>
        Timed(spec, state).FirstOrDefault(t => After(t) <= lasted && Allows(t, context));

    /// <summary>How long the state has to last from its beginning until something may happen by itself, beyond what has passed; null when nothing will.</summary>
    public static TimeSpan? NextTime(LifecycleSpec spec, string state, TimeSpan? passed = null) =>
        Timed(spec, state).Select(After).Where(after => passed is null || after > passed).Select(after => (TimeSpan?)after).FirstOrDefault();

    /// <summary>What a person may call from here, in the lifecycle's order.</summary>
    public static ImmutableArray<TriggerView> Triggers(LifecycleSpec spec, string state, TransitionContext context) =>
        [.. Leaving(spec, state).Where(t => MayCall(t, context.Roles) && Allows(t, context)).Select(t => new TriggerView(t.Trigger, t.Names[DeskText.English], t.To))];

    public static StateSpec? State(LifecycleSpec spec, string id) => spec.States.FirstOrDefault(s => s.Id == id);

    /// <summary>Transitions out of a state, those that name no state included.</summary>
    public static IEnumerable<TransitionSpec> Leaving(LifecycleSpec spec, string state) =>
        State(spec, state) is null ? [] : spec.Transitions.Where(t => t.From.IsEmpty ? t.To != state : t.From.Contains(state));

    public static ImmutableArray<StateGuard> Guards(TransitionSpec transition) => transition.Guards is { IsDefault: false } guards ? guards : [];

    private static bool Allows(TransitionSpec transition, TransitionContext context) => Guards(transition).All(guard => context.Holds(guard));

    private static bool MayCall(TransitionSpec transition, StaffRoles roles) => transition.Roles == StaffRoles.None || (transition.Roles & roles) != 0;

    private static IEnumerable<TransitionSpec> Timed(LifecycleSpec spec, string state) => Leaving(spec, state).Where(t => t.On == StateEvent.TimePassed).OrderBy(After);

    private static TimeSpan After(TransitionSpec transition) => TimeSpan.FromSeconds(transition.AfterSeconds!.Value);

    private static string Wants(StateGuard guard) => guard switch
    {
        StateGuard.FormComplete => "the form is not complete",
        StateGuard.HasAssignee => "nobody is assigned",
        StateGuard.ChildrenSolved => "a child is not solved",
        StateGuard.Answered => "nobody has answered the requester",
        _ => $"{guard} does not hold",
    };

    private static Refusal No(string message) => new(ErrorCode.TriggerNotAllowed, message);
}
