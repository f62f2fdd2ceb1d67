using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Tickets.Desk;
using Grainline.Tickets.Sla;

namespace Grainline.Tickets;

/// <summary>
/// One change in the making: each step is taken on what those before it have brought about, and nothing counts before it is committed. Values that come out as they were leave no event.
/// </summary>
/// <param name="requestId">Stands on the first event.</param>
/// <param name="childrenSolved">For the guard of that name.</param>
/// <param name="at">UTC: when it is decided.</param>
internal sealed class TicketChange(TicketState before, Actor by, string? requestId, string? macro, TicketBook book, bool childrenSolved, DateTimeOffset at)
{
    private readonly List<TicketEvent> _events = [];
    private readonly ImmutableArray<SlaStep>.Builder _what = ImmutableArray.CreateBuilder<SlaStep>();
    private readonly Author _by = by.Author();
    private TicketState _written = before;
    private ImmutableArray<SlaClockView> _clocks = before.Sla;

    /// <summary>How the ticket stands by now.</summary>
    public TicketState Now { get; private set; } = before;

    public Actor By => by;

    /// <summary>What it lives by: an upgrade changes the form.</summary>
    public TicketBook Book { get; private set; } = book;

    public void Set(TicketState next) => Now = next;

    /// <summary>What is promised of a new ticket.</summary>
    public void Promise() => Sla(SlaClocks.Start(Book.Terms, Now.Priority, Now.Category, at));

    public void Upgrade(FormVersion to, JsonText fields)
    {
        Now = Now with { Form = Now.Form with { Version = to.Version }, Fields = fields };
        Book = Book with { Form = to.Form };
    }

    public void Aim(TicketState next)
    {
        Now = next;
        Sla(SlaClocks.Retarget(_clocks, Book.Terms, Book.Terms, Now.Priority, Now.Category, at));
    }

    public void Say(string text, bool open, ImmutableArray<AttachmentView> attachments)
    {
        Flush();
        Write(new CommentAdded(_by, Id, open, text, attachments, macro));
        if (!open)
            return;
        Sla(SlaClocks.After(by.IsStaff ? SlaChange.StaffAnswered : SlaChange.RequesterWrote, _clocks, Book.Terms, Now.Priority, Now.Category, at));
        Happened(by.IsStaff ? StateEvent.StaffAnswered : StateEvent.RequesterWrote);
    }

    public Refusal? Call(string trigger)
    {
        var next = LifecycleRules.Next(Book.Lifecycle, Now.State, trigger, Context());
        if (next.Refusal is { } refusal)
            return refusal;
        Move(next.Value!.To, trigger, null);
        return null;
    }

    public Refusal? Force(string state, string reason)
    {
        if (LifecycleRules.State(Book.Lifecycle, state) is null)
            return new(ErrorCode.TriggerNotAllowed, $"There is no state '{state}' in this ticket's lifecycle.");
        Move(state, null, reason);
        return null;
    }

    /// <summary>Something by which the lifecycle may move the ticket by itself.</summary>
    public void Happened(StateEvent what)
    {
        if (Listens(what) is { } transition)
            Move(transition.To, transition.Trigger, null);
    }

    public TransitionSpec? Listens(StateEvent what) => LifecycleRules.On(Book.Lifecycle, Now.State, what, Context());

    /// <summary>The state has lasted: what was due first happens.</summary>
    public void TimePassed()
    {
        if (LifecycleRules.OnTime(Book.Lifecycle, Now.State, at - Now.StateSince, Context()) is { } transition)
            Move(transition.To, transition.Trigger, null);
    }

    /// <summary>A clock rang.</summary>
    public void ClockRang() => Sla(SlaClocks.After(SlaChange.TimePassed, _clocks, Book.Terms, Now.Priority, Now.Category, at));

    /// <summary>What is to be committed, in order; nothing when all came out as it was.</summary>
    public TicketEvent[] Events()
    {
        Flush();
        if (_what.Count > 0)
            Write(new SlaMoved(_clocks, _what.DrainToImmutable()));
        return [.. _events];
    }

    private string? Id => _events.Count == 0 ? requestId : null;

    private TransitionContext Context() => TicketGuards.Context(Now, Book, by.Roles, childrenSolved);

    private void Move(string state, string? trigger, string? reason)
    {
        var category = LifecycleRules.State(Book.Lifecycle, state)!.Category;
        Flush();
        Write(new StateMoved(_by, Id, trigger, state, category, reason, macro));
        Sla(SlaClocks.After(SlaChange.Moved, _clocks, Book.Terms, Now.Priority, Now.Category, at));
    }

    private void Sla(SlaMove move)
    {
        if (move.What.IsEmpty)
            return;
        _clocks = move.Clocks;
        _what.AddRange(move.What);
    }

    /// <summary>Writes down what was set since the last event.</summary>
    private void Flush()
    {
        if (TicketDifference.Between(_written, Now, _by, Id, macro) is { } changed)
            Write(changed);
    }

    private void Write(TicketEvent @event)
    {
        _events.Add(@event);
        Now = _written = _written.Apply(@event, _written.Version + 1, at);
    }
}
