using FsCheck;
using FsCheck.Fluent;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using static Grainline.Tests.Tickets.Desk.Lifecycles;

namespace Grainline.Tests.Tickets.Desk;

/// <summary>Whatever lifecycle is published and whatever happens to its ticket: it never gets stuck. Asked of the rules that tickets live by, not of the checks.</summary>
public sealed class LifecycleProperties
{
    private static readonly string[] Ids = ["a", "b", "c", "d"];

    private static readonly Gen<TransitionSpec> AnyMove =
        from source in Gen.SubListOf(Ids)
        from to in Gen.Elements(Ids)
        from trigger in Gen.Choose(0, 9)
        from happening in Gen.Frequency((3, Gen.Constant(StateEvent.None)), (2, Gen.Elements(Enum.GetValues<StateEvent>())))
        from guards in Gen.SubListOf(Enum.GetValues<StateGuard>())
        from guarded in Gen.Choose(0, 2)
        from after in Gen.Elements(60, 120, 600)
        select Move($"t{trigger}", [.. source.Take(2).Where(id => id != to)], to, happening, guarded == 0 ? [.. guards] : null, happening == StateEvent.TimePassed ? after : null);

    private static readonly Gen<LifecycleSpec> AnyLifecycle =
        from categories in Gen.ArrayOf(Gen.Elements(Enum.GetValues<StateCategory>()), Ids.Length)
        from count in Gen.Choose(1, Ids.Length)
        from moves in Gen.ListOf(AnyMove)
        let states = Ids.Take(count).ToArray()
        select Of("a", [.. states.Zip(categories, State)],
            [.. moves.Take(10).Where(m => states.Contains(m.To) && m.From.All(states.Contains)).DistinctBy(m => m.Trigger)]);

    [Fact]
    public void Published_AnythingThatHappens_NeverGetsStuck()
    {
        var published = 0;
        var walks = from spec in AnyLifecycle from dice in Gen.ArrayOf(Gen.Choose(0, 999), 30) select (spec, dice);
        Prop.ForAll(Arb.From(walks), walk =>
        {
            if (LifecycleChecks.MayPublish(walk.spec) is not null)
                return true;
            published++;
            var ticket = new Ticket("a", Answered: false, Assigned: walk.dice[0] % 2 == 0);
            foreach (var roll in walk.dice)
                ticket = Roll(walk.spec, ticket, roll);
            return CanEnd(walk.spec, ticket);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(4_000).WithEndSize(12));
        Assert.True(published > 200, $"Only {published} lifecycles could be published: the property says little.");
    }

    private sealed record Ticket(string State, bool Answered, bool Assigned);

    private static Ticket Roll(LifecycleSpec spec, Ticket ticket, int roll)
    {
        var moves = Moves(spec, ticket, (roll / 10) % 2 == 0, (roll / 20) % 2 == 0).ToArray();
        return moves[roll % moves.Length];
    }

    /// <summary>What can become of it next, with the form and the children as they are.</summary>
    private static IEnumerable<Ticket> Moves(LifecycleSpec spec, Ticket ticket, bool form, bool children)
    {
        TransitionContext With(Ticket t) => new(Free.Roles, form, t.Assigned, children, t.Answered);
        Ticket After(Ticket t, StateEvent happened) => t with { State = LifecycleRules.On(spec, t.State, happened, With(t))?.To ?? t.State };
        foreach (var trigger in LifecycleRules.Triggers(spec, ticket.State, With(ticket)))
            yield return ticket with { State = trigger.ToState };
        yield return After(ticket with { Answered = true }, StateEvent.StaffAnswered);
        yield return After(ticket with { Assigned = true }, StateEvent.Assigned);
        yield return After(ticket, StateEvent.RequesterWrote);
        yield return ticket with { Assigned = false };
        if (LifecycleRules.OnTime(spec, ticket.State, TimeSpan.FromSeconds(600), With(ticket)) is { } timed)
            yield return ticket with { State = timed.To };
    }

    private static bool CanEnd(LifecycleSpec spec, Ticket from)
    {
        var seen = new HashSet<Ticket> { from };
        var waiting = new Queue<Ticket>(seen);
        while (waiting.TryDequeue(out var ticket))
        {
            if (LifecycleRules.State(spec, ticket.State)!.Category is StateCategory.Solved or StateCategory.Closed)
                return true;
            foreach (var next in Moves(spec, ticket, form: true, children: true).Where(seen.Add))
                waiting.Enqueue(next);
        }

        return false;
    }
}
