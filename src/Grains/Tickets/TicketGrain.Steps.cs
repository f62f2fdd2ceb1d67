using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Tickets.Desk;
using Grainline.Tickets.Sla;

namespace Grainline.Tickets;

/// <summary>What other grains tell this ticket as part of something larger. A step that its saga has done here before is answered with the ticket as it is.</summary>
internal sealed partial class TicketGrain
{
    public async Task<Outcome<TicketView>> Take(TicketStep step)
    {
        Task commit;
        using (await _gate.Enter())
        {
            if (TicketSteps.Refuse(State, _key.Id, step) is { } refusal)
                return refusal;
            commit = Settled();
            if (!TicketSteps.IsDone(State, step))
            {
                var decided = await Decide(step);
                if (decided.Refusal is { } no)
                    return no;
                await Arm(decided.Value!.After, decided.Value.Lifecycle);
                if (decided.Value.Events.Length > 0)
                    commit = Told(Commit(decided.Value.Events));
            }
        }

        await commit;
        return await ViewFor(Durable, Actor.System);
    }

    private async ValueTask<Outcome<Decided>> Decide(TicketStep step)
    {
        var book = await Book(State);
        var by = step.By.Author();
        switch (step)
        {
            case OtherLinked linked:
                return Decide(book, State.Links.FirstOrDefault(l => l.TicketId == linked.Link.TicketId) is { } mine
                    ? [new LinkRemoved(step.Saga, by, mine.Kind, mine.TicketId), new LinkAdded(step.Saga, by, linked.Link)]
                    : [new LinkAdded(step.Saga, by, linked.Link)]);
            case OtherUnlinked unlinked:
                return Decide(book, State.Links.Where(l => l.TicketId == unlinked.OtherTicketId).Select(l => new LinkRemoved(step.Saga, by, l.Kind, l.TicketId)));
            case HoldTicket hold:
                return Decide(book, [new TicketHeld(step.Saga, by, hold.Transfer)]);
            case ReleaseTicket:
                return Decide(book, [new TicketReleased(step.Saga, by)]);
            case MoveTicket move:
                return await Move(move, book);
            case MergedInto merged:
                var over = TicketSteps.EndOf(book.Lifecycle, State);
                return Decide(book, [new TicketMerged(step.Saga, by, merged.TicketId, merged.Number, over.Id, over.Category)]);
            case AbsorbTicket absorb:
                return Decide(book, [TicketSteps.Absorbed(State, absorb)]);
            case SplitOff split:
                return Decide(book, [new TicketSplitOff(step.Saga, by, split.TicketId, split.Number, split.Comments)]);
            case PartAgain:
                return Decide(book, [TicketSteps.Parted(State, step)]);
            default:
                throw new InvalidOperationException($"No step {step.GetType()}.");
        }
    }

    private async ValueTask<Outcome<Decided>> Move(MoveTicket step, TicketBook book)
    {
        var rules = await desk.RulesOf(_key.Tenant, step.ToTeam, step.Form.Id);
        if (rules.Refusal is { } unknown)
            return unknown;
        if (await GrainFactory.Desk(_key.Tenant).Lifecycle(step.Lifecycle) is not { } lifecycle || LifecycleRules.State(lifecycle, step.State) is not { } state)
            return new Refusal(ErrorCode.DefinitionNotFound, "There is no such lifecycle or state.");
        if (await GrainFactory.Desk(_key.Tenant).Form(step.Form) is null)
            return new Refusal(ErrorCode.DefinitionNotFound, "There is no such form.");
        var form = await desk.Form(_key.Tenant, step.Form);
        if (form.Validate(step.Fields, complete: false) is { } unfit)
            return unfit;
        var assignee = step.Assignee is { } id ? await Agent(id) : null;
        if (step.Assignee is not null && (assignee is null || !rules.Value!.Team.Members.Contains(step.Assignee)))
            return new Refusal(ErrorCode.AgentNotFound, "This agent is not in the team.");
        var arrived = new TicketBook(lifecycle, form, rules.Value!.Team, await Terms(rules.Value.SlaPolicy, rules.Value.Team));
        return Decide(
            arrived,
            [new TicketMoved(step.Saga, step.By.Author(), State.Team, step.ToTeam, step.Lifecycle, state.Id, state.Category, step.Form, step.Fields, assignee, step.Note, step.Undoes)],
            (s, at) => SlaClocks.Retarget(s.Sla, book.Terms, arrived.Terms, s.Priority, s.Category, at));
    }

    /// <summary>With what becomes of the promises when the state is of another category from now on, or the terms are others.</summary>
    private Decided Decide(TicketBook book, IEnumerable<TicketEvent> events, Func<TicketState, DateTimeOffset, SlaMove>? promises = null)
    {
        var at = Time.GetUtcNow();
        var all = events.ToList();
        var after = all.Aggregate(State, (s, e) => s.Apply(e, s.Version + 1, at));
        var sla = promises is not null ? promises(after, at)
            : after.Category != State.Category ? SlaClocks.After(SlaChange.Moved, after.Sla, book.Terms, after.Priority, after.Category, at)
            : new(after.Sla, []);
        if (!sla.What.IsEmpty)
        {
            all.Add(new SlaMoved(sla.Clocks, sla.What));
            after = after.Apply(all[^1], after.Version + 1, at);
        }

        return new([.. all], after, book.Lifecycle);
    }

    private sealed record Decided(TicketEvent[] Events, TicketState After, LifecycleSpec Lifecycle);
}
