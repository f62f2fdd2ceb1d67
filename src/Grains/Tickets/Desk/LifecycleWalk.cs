using System.Collections.Immutable;
using Grainline.Refusals;

namespace Grainline.Tickets.Desk;

/// <summary>
/// Everything that a ticket can come to under a lifecycle. A situation is its state with what guards remember: whether it was answered, which it then stays, and whether somebody is assigned.
/// Forms and children may become complete in every situation, and somebody of any role may be there.
/// </summary>
internal sealed class LifecycleWalk
{
    private readonly LifecycleSpec _spec;
    private readonly Dictionary<Situation, ImmutableArray<Situation>> _next = [];
    private readonly HashSet<(string State, string Trigger)> _possible = [];

    private LifecycleWalk(LifecycleSpec spec) => _spec = spec;

    internal readonly record struct Situation(string State, bool Answered, bool Assigned);

    public IReadOnlyDictionary<Situation, ImmutableArray<Situation>> Situations => _next;

    /// <param name="spec">Of a right shape.</param>
    public static LifecycleWalk Of(LifecycleSpec spec)
    {
        var walk = new LifecycleWalk(spec);
        // A ticket may be created with an assignee.
        var waiting = new Queue<Situation>([new(spec.Initial, false, false), new(spec.Initial, false, true)]);
        while (waiting.TryDequeue(out var at))
        {
            if (walk._next.ContainsKey(at))
                continue;
            walk._next[at] = [.. walk.After(at).Distinct()];
            foreach (var next in walk._next[at])
                waiting.Enqueue(next);
        }

        return walk;
    }

    public Refusal? Fault()
    {
        if (_spec.States.FirstOrDefault(s => _next.Keys.All(at => at.State != s.Id)) is { } lost)
            return DeskText.Fault($"The state '{lost.Id}' cannot be reached from '{_spec.Initial}'.");
        foreach (var state in _spec.States)
        {
            if (LifecycleRules.Leaving(_spec, state.Id).FirstOrDefault(t => !_possible.Contains((state.Id, t.Trigger))) is { } never)
                return DeskText.Fault($"From the state '{state.Id}' the guards of '{never.Trigger}' can never hold.");
        }

        var ending = Ending();
        return _next.Keys.Where(at => !ending.Contains(at)).Select(at => DeskText.Fault(
            $"The state '{at.State}' is a dead end{(at.Answered ? " once staff has answered" : "")}: nothing leads from it to a state that is Solved or Closed.")).FirstOrDefault();
    }

    /// <summary>Situations from which a Solved or Closed state can be reached.</summary>
    private HashSet<Situation> Ending()
    {
        var ends = _next.Keys.Where(at => LifecycleRules.State(_spec, at.State)!.Category is StateCategory.Solved or StateCategory.Closed).ToHashSet();
        for (var grew = true; grew;)
        {
            var more = _next.Where(n => !ends.Contains(n.Key) && n.Value.Any(ends.Contains)).Select(n => n.Key).ToArray();
            ends.UnionWith(more);
            grew = more.Length > 0;
        }

        return ends;
    }

    private IEnumerable<Situation> After(Situation at) =>
        Called(at)
            .Concat(Happened(at, StateEvent.TimePassed))
            .Concat(Happened(at, StateEvent.RequesterWrote))
            .Concat(Happened(at with { Answered = true }, StateEvent.StaffAnswered))
            .Concat(Happened(at with { Assigned = true }, StateEvent.Assigned))
            .Append(at with { Assigned = false });

    private IEnumerable<Situation> Called(Situation at)
    {
        foreach (var t in LifecycleRules.Leaving(_spec, at.State).Where(t => CanHold(t, at)))
        {
            _possible.Add((at.State, t.Trigger));
            yield return at with { State = t.To };
        }
    }

    /// <summary>The first that listens and may, but one that hangs on the form or on children may hold or not.</summary>
    private IEnumerable<Situation> Happened(Situation at, StateEvent what)
    {
        var may = LifecycleRules.Leaving(_spec, at.State).Where(t => t.On == what && CanHold(t, at)).OrderBy(t => t.AfterSeconds ?? 0);
        foreach (var t in may)
        {
            _possible.Add((at.State, t.Trigger));
            yield return at with { State = t.To };
            if (!LifecycleRules.Guards(t).Any(g => g is StateGuard.FormComplete or StateGuard.ChildrenSolved))
                yield break;
        }

        yield return at;
    }

    private static bool CanHold(TransitionSpec t, Situation at) =>
        LifecycleRules.Guards(t).All(g => g switch { StateGuard.HasAssignee => at.Assigned, StateGuard.Answered => at.Answered, _ => true });
}
