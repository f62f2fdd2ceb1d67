using Grainline.Refusals;
using Grainline.Tickets.Desk;
using static Grainline.Tests.Tickets.Desk.Lifecycles;

namespace Grainline.Tests.Tickets.Desk;

public sealed class LifecycleRulesTests
{
    private const string Table = """
                take open pend    hold    resume solve  reopen close  | Assigned StaffAnswered RequesterWrote TimePassed
        new     open open pending on-hold -      solved -      -      | open     open          -              -
        open    -    -    pending on-hold -      solved -      -      | -        -             -              -
        pending -    -    -       on-hold open   solved -      -      | -        -             open           -
        on-hold -    -    pending -       open   solved -      -      | -        -             -              -
        solved  -    -    -       -       -      -      open   closed | -        -             open           closed
        closed  -    -    -       -       -      -      -      -      | -        -             -              -
        """;

    [Fact]
    public void Default_EveryStateTriggerAndEvent_IsWhatTheTableSays()
    {
        var spec = DefaultDesk.Lifecycle;
        var lines = Table.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var (triggers, events) = (lines[0].TakeWhile(c => c != "|").ToArray(), lines[0].SkipWhile(c => c != "|").Skip(1).Select(Enum.Parse<StateEvent>).ToArray());
        Assert.Equal(spec.Transitions.Select(t => t.Trigger).Distinct(), triggers);
        Assert.Equal(Enum.GetValues<StateEvent>().Except([StateEvent.None]).Order(), events.Order());
        Assert.Equal(spec.States.Select(s => s.Id), lines.Skip(1).Select(l => l[0]));
        foreach (var line in lines.Skip(1))
        {
            var cells = line.Skip(1).Where(c => c != "|").ToArray();
            Assert.Equal(cells[..triggers.Length], triggers.Select(t => LifecycleRules.Next(spec, line[0], t, Free).Value?.To ?? "-"));
            Assert.Equal(cells[triggers.Length..], events.Select(e => LifecycleRules.On(spec, line[0], e, Free)?.To ?? "-"));
        }
    }

    [Fact]
    public void Default_Published_HasNoFault()
    {
        Assert.Null(LifecycleChecks.MayPublish(DefaultDesk.Lifecycle));
        Assert.True(Grainline.Tickets.Desk.Forms.FormChecks.MayPublish(DefaultDesk.Form).Succeeded);
        Assert.Null(DeskRules.MayPublish(DefaultDesk.SlaPolicy));
        Assert.Equal(TimeSpan.FromDays(4), LifecycleRules.NextTime(DefaultDesk.Lifecycle, "solved"));
    }

    [Fact]
    public void Next_GuardsRolesAndStates_AreNamedInTheRefusal()
    {
        var spec = Of("a", [State("a"), State("z", Grainline.Tickets.StateCategory.Closed)],
            Move("end", ["a"], "z", guards: [StateGuard.HasAssignee, StateGuard.FormComplete], roles: StaffRoles.Supervisor));
        Assert.Equal("'end' is for other roles.", Refused("a", "end", Free with { Roles = StaffRoles.Agent }));
        Assert.Equal("'end' has to wait: nobody is assigned.", Refused("a", "end", Free with { HasAssignee = false }));
        Assert.Equal("'end' has to wait: the form is not complete.", Refused("a", "end", Free with { FormComplete = false }));
        Assert.Equal("A ticket that is 'a' cannot 'fly'.", Refused("a", "fly", Free));
        Assert.Equal("A ticket that is 'gone' cannot 'end'.", Refused("gone", "end", Free));
        Assert.Equal("z", LifecycleRules.Next(spec, "a", "end", Free).Value!.To);

        string Refused(string state, string trigger, TransitionContext context)
        {
            var refusal = LifecycleRules.Next(spec, state, trigger, context).Refusal!;
            Assert.Equal(ErrorCode.TriggerNotAllowed, refusal.Code);
            return refusal.Message;
        }
    }

    [Fact]
    public void Triggers_OfARole_AreThoseThatWouldNotBeRefused()
    {
        var spec = Of("a", [State("a"), State("z", Grainline.Tickets.StateCategory.Closed)],
            Move("end", ["a"], "z"), Move("drop", ["a"], "z", roles: StaffRoles.Admin), Move("wait", [], "a"), Move("back", ["z"], "a", guards: [StateGuard.ChildrenSolved]));
        Assert.Equal(["end"], LifecycleRules.Triggers(spec, "a", Free with { Roles = StaffRoles.Agent }).Select(t => t.Trigger));
        Assert.Equal(["end", "drop"], LifecycleRules.Triggers(spec, "a", Free).Select(t => t.Trigger));
        Assert.Equal(["wait"], LifecycleRules.Triggers(spec, "z", Free with { ChildrenSolved = false }).Select(t => t.Trigger));
    }

    [Fact]
    public void OnTime_SeveralTimes_TakesTheEarliestWhoseGuardsHold()
    {
        var spec = Of("a", [State("a"), State("b"), State("z", Grainline.Tickets.StateCategory.Closed)],
            Move("late", ["a"], "z", StateEvent.TimePassed, after: 600), Move("early", ["a"], "b", StateEvent.TimePassed, [StateGuard.Answered], 60), Move("end", ["b"], "z"));
        Assert.Null(LifecycleRules.OnTime(spec, "a", TimeSpan.FromSeconds(59), Free));
        Assert.Equal("b", LifecycleRules.OnTime(spec, "a", TimeSpan.FromSeconds(60), Free)!.To);
        Assert.Null(LifecycleRules.OnTime(spec, "a", TimeSpan.FromSeconds(599), Free with { Answered = false }));
        Assert.Equal("z", LifecycleRules.OnTime(spec, "a", TimeSpan.FromSeconds(600), Free with { Answered = false })!.To);
        Assert.Equal([60, 600, null], new TimeSpan?[] { null, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(600) }.Select(passed => LifecycleRules.NextTime(spec, "a", passed)?.TotalSeconds));
    }
}
