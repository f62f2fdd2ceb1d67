using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Tickets.Desk;

namespace Grainline.Tickets;

/// <summary>Which steps of sagas a ticket takes, which it has taken, and what the simple ones do. Pure.</summary>
internal static class TicketSteps
{
    public static Refusal? Refuse(TicketState s, string id, TicketStep step) => step switch
    {
        _ when !s.Exists => TicketRules.NotFound,
        _ when IsDone(s, step) => null,
        OtherLinked linked => TicketLinks.RefuseIncoming(s, id, linked.Link),
        OtherUnlinked => null,
        MoveTicket when s.HeldBy != step.Saga => TicketRules.Busy,
        HoldTicket or MergedInto or AbsorbTicket or SplitOff when s.MergedInto is not null && !StepsOf(s, step.Saga).HasFlag(TicketSagaSteps.Merged) => TicketRules.Merged,
        _ => TicketRules.MayTake(s, step.Saga),
    };

    /// <summary>Told again, perhaps after much else has happened.</summary>
    public static bool IsDone(TicketState s, TicketStep step)
    {
        var done = StepsOf(s, step.Saga);
        return step switch
        {
            OtherLinked linked => done.HasFlag(TicketSagaSteps.Linked) || s.Links.Any(l => l.TicketId == linked.Link.TicketId && l.Kind == linked.Link.Kind),
            OtherUnlinked unlinked => done.HasFlag(TicketSagaSteps.Unlinked) || s.Links.All(l => l.TicketId != unlinked.OtherTicketId),

            // Once it was taken back and let go a saga is over: a late word must not hold the ticket for ever.
            HoldTicket => s.HeldBy == step.Saga || (done.HasFlag(TicketSagaSteps.Released) && (done & (TicketSagaSteps.MovedBack | TicketSagaSteps.Parted)) != 0),
            ReleaseTicket => s.HeldBy != step.Saga,
            MoveTicket { Undoes: true } => done.HasFlag(TicketSagaSteps.MovedBack),
            MoveTicket => done.HasFlag(TicketSagaSteps.Moved),
            MergedInto => done.HasFlag(TicketSagaSteps.Merged),
            AbsorbTicket absorb => MarkOf(s, step.Saga)?.Absorbed.Contains(absorb.TicketId) == true,
            SplitOff => done.HasFlag(TicketSagaSteps.SplitOff),
            PartAgain => done.HasFlag(TicketSagaSteps.Parted),
            _ => false,
        };
    }

    public static TicketSagaMark? MarkOf(TicketState s, string saga) => s.Sagas.FirstOrDefault(m => m.Saga == saga);

    /// <summary>Where a merged ticket ends: closed, or what comes next to it in this lifecycle.</summary>
    public static StateSpec EndOf(LifecycleSpec lifecycle, TicketState s) =>
        lifecycle.States.FirstOrDefault(state => state.Category == StateCategory.Closed) ?? lifecycle.States.FirstOrDefault(state => state.Category == StateCategory.Solved)
        ?? LifecycleRules.State(lifecycle, s.State)!;

    /// <summary>Tags and watchers beyond what a ticket may have stay behind.</summary>
    public static TicketAbsorbed Absorbed(TicketState s, AbsorbTicket step) => new(
        step.Saga, step.By.Author(), step.TicketId, step.Number, step.Comments,
        [.. step.Tags.Except(s.Tags).Take(TicketLimits.Tags - s.Tags.Length)],
        [.. step.Watchers.DistinctBy(w => w.Id).ExceptBy(s.Watchers.Select(w => w.Id), w => w.Id).Take(TicketLimits.Watchers - s.Watchers.Length)]);

    public static TicketParted Parted(TicketState s, TicketStep step)
    {
        var mark = MarkOf(s, step.Saga);
        return new(step.Saga, step.By.Author(), mark?.State ?? s.State, mark?.Category ?? s.Category, mark?.Tags ?? [], mark?.Watchers ?? []);
    }

    private static TicketSagaSteps StepsOf(TicketState s, string saga) => MarkOf(s, saga)?.Steps ?? TicketSagaSteps.None;
}
