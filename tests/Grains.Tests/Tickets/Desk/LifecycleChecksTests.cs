using Grainline.Refusals;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using static Grainline.Tests.Tickets.Desk.Lifecycles;

namespace Grainline.Tests.Tickets.Desk;

public sealed class LifecycleChecksTests
{
    private static readonly StateSpec[] Two = [State("a"), State("z", StateCategory.Closed)];

    private static readonly TransitionSpec End = Move("end", ["a"], "z");

    public static TheoryData<string> Faults => [.. Faulty.Keys];

    /// <summary>What is said, and of which lifecycle.</summary>
    private static Dictionary<string, LifecycleSpec> Faulty => new()
    {
        ["A lifecycle has 1 to 40 states."] = Of("a", []),
        ["The state 'a' stands twice."] = Of("a", [State("a"), .. Two], End),
        ["The initial state 'b' is not among the states."] = Of("b", Two, End),
        ["The state 'a b' is no id: 1 to 64 letters, digits, '-', '_' or '.'."] = Of("a b", [State("a b"), Two[1]], Move("end", ["a b"], "z")),
        ["the state 'a' has no name in 'en'."] = Of("a", [Two[0] with { Names = Two[0].Names.Clear().Add("zh", "开") }, Two[1]], End),
        ["the state 'a' has a name in '!', which is no language tag."] = Of("a", [Two[0] with { Names = Two[0].Names.Add("!", "x") }, Two[1]], End),
        ["The transition 'end' names the state 'y', which does not exist."] = Of("a", Two, Move("end", ["a"], "y")),
        ["The transition 'end' names the state 'b', which does not exist."] = Of("a", Two, Move("end", ["b"], "z")),
        ["The transition 'end' leads from 'a' to itself."] = Of("a", Two, Move("end", ["a"], "a")),
        ["The transition 'end' has the guard Answered twice."] = Of("a", Two, Move("end", ["a"], "z", guards: [StateGuard.Answered, StateGuard.Answered])),
        ["The transition 'end' happens after 60 to 31536000 seconds."] = Of("a", Two, Move("end", ["a"], "z", StateEvent.TimePassed, after: 59)),
        ["The transition 'end' has a time but does not happen by time."] = Of("a", Two, Move("end", ["a"], "z", after: 60)),
        ["The trigger 'end' stands twice from the state 'a'."] = Of("a", Two, End, Move("end", [], "z")),
        ["The state 'b' cannot be reached from 'a'."] = Of("a", [.. Two, State("b")], End, Move("go", ["b"], "z")),
        ["The state 'a' is a dead end: nothing leads from it to a state that is Solved or Closed."] = Of("a", [State("a"), State("b")], Move("go", ["a"], "b"), Move("back", ["b"], "a")),
        ["The state 'b' is a dead end: nothing leads from it to a state that is Solved or Closed."] = Of("a", [.. Two, State("b")], End, Move("go", ["a"], "b")),
        // Whoever answers in a leaves it at once, and nothing else leads to an answered a.
        ["From the state 'a' the guards of 'end' can never hold."] =
            Of("a", [.. Two, State("b")], Move("go", ["a"], "b", StateEvent.StaffAnswered), Move("end", ["a"], "z", guards: [StateGuard.Answered]), Move("stop", ["b"], "z")),
        ["From the state 'a' the transition 'second' never happens on RequesterWrote: 'first' comes first and always may."] =
            Of("a", [.. Two, State("b")], End, Move("first", ["a"], "b", StateEvent.RequesterWrote), Move("second", ["a"], "z", StateEvent.RequesterWrote), Move("stop", ["b"], "z")),
        ["From the state 'a' the transition 'late' never happens on TimePassed: 'soon' comes first and always may."] =
            Of("a", Two, Move("late", ["a"], "z", StateEvent.TimePassed, after: 120), Move("soon", ["a"], "z", StateEvent.TimePassed, after: 60)),
    };

    [Theory, MemberData(nameof(Faults))]
    public void MayPublish_AFault_IsNamed(string message) =>
        Assert.Equal(new Refusal(ErrorCode.DefinitionInvalid, message), LifecycleChecks.MayPublish(Faulty[message]));

    [Fact]
    public void MayPublish_WhatIsLegal_IsNotRefused()
    {
        Assert.Null(LifecycleChecks.MayPublish(Of("a", Two, End)));
        // Answered elsewhere and brought back: then the guard can hold.
        Assert.Null(LifecycleChecks.MayPublish(Of("a", [.. Two, State("b")],
            Move("go", ["a"], "b", StateEvent.StaffAnswered), Move("end", ["a"], "z", guards: [StateGuard.Answered]), Move("back", ["b"], "a"))));
        // A guarded one first, what always may comes last.
        Assert.Null(LifecycleChecks.MayPublish(Of("a", [.. Two, State("b")],
            End, Move("first", ["a"], "b", StateEvent.RequesterWrote, [StateGuard.HasAssignee]), Move("second", ["a"], "z", StateEvent.RequesterWrote), Move("stop", ["b"], "z"))));
        Assert.Null(LifecycleChecks.MayPublish(Of("z", [State("z", StateCategory.Closed)])));
    }
}
