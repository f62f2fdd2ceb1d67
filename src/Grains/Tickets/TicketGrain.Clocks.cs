using Grainline.Deadlines;
using Grainline.Tickets.Desk;
using Grainline.Tickets.Sla;

namespace Grainline.Tickets;

/// <summary>
/// Promises and transitions by time. While a clock of the state has something to come, a deadline of its name is armed for then or earlier: one that rings too early is answered with the right
/// time, so that putting a time off, which is what most changes do, costs nothing.
/// </summary>
internal sealed partial class TicketGrain
{
    private const string StateClock = "state";

    public async Task<DateTimeOffset?> Due(DueDeadline deadline)
    {
        if (deadline.Name.StartsWith(LinkClock, StringComparison.Ordinal))
            return await LinkDue(deadline);
        if (deadline.Name == ConversationClock)
            return await ConversationDue();
        Task commit;
        DateTimeOffset? next;
        using (await _gate.Enter())
        {
            // Cut off between arming and the commit: there never was a ticket.
            if (!State.Exists)
                return null;
            var now = Time.GetUtcNow();
            var change = await Change(Actor.System, now);
            if (deadline.Name != StateClock)
                change.ClockRang();
            else if (State.HeldBy is not null)
                return now + LookAtTicket.For;
            else if (State.MergedInto is null)
                change.TimePassed();
            commit = await Write(change);
            next = deadline.Name == StateClock ? StateDue(change, now) : ClockOf(change.Now, deadline.Name) is { } clock ? SlaClocks.Next(clock) : null;
        }

        await commit;
        return next;
    }

    /// <summary>Before the commit that needs them: cut off in between, a clock rings that means nothing, never the other way round.</summary>
    private Task Arm(TicketState after, LifecycleSpec lifecycle)
    {
        List<Task>? armed = null;
        if (after.Sla != State.Sla)
        {
            foreach (var clock in after.Sla)
            {
                var name = SlaClocks.DeadlineOf(clock.Metric);
                if (SlaClocks.Next(clock) is { } at && !(ClockOf(State, name) is { } before && SlaClocks.Next(before) <= at))
                    (armed ??= []).Add(Arm(name, at));
            }
        }

        if ((after.State != State.State || after.Lifecycle != State.Lifecycle) && LifecycleRules.NextTime(lifecycle, after.State) is { } lasts)
            (armed ??= []).Add(Arm(StateClock, after.StateSince + lasts));
        return armed is null ? Task.CompletedTask : Task.WhenAll(armed);
    }

    private Task Arm(string name, DateTimeOffset at, string token = "") =>
        GrainFactory.DeadlinesOf(Key).Set(new(DeadlineTargetKind.Ticket, Key, name, token, at));

    /// <summary>When time may move it next; what is due and has not, because a guard does not hold, is tried again.</summary>
    private DateTimeOffset? StateDue(TicketChange change, DateTimeOffset now)
    {
        if (change.Now.MergedInto is not null)
            return null;
        var (lifecycle, state, since) = (change.Book.Lifecycle, change.Now.State, change.Now.StateSince);
        return LifecycleRules.NextTime(lifecycle, state, now - since) is { } later ? since + later
            : LifecycleRules.NextTime(lifecycle, state) is not null ? now + _options.RetryGuards
            : null;
    }

    private async ValueTask<TicketChange> Change(Actor by, DateTimeOffset at, string? requestId = null) =>
        new(State, by, requestId, null, await Book(State), await ChildrenSolved(State), at);

    private static SlaClockView? ClockOf(TicketState s, string name) => s.Sla.FirstOrDefault(c => SlaClocks.DeadlineOf(c.Metric) == name);
}
