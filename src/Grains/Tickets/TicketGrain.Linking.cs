using Grainline.Conversations;
using Grainline.Deadlines;
using Grainline.Journaling;
using Grainline.Refusals;

namespace Grainline.Tickets;

/// <summary>
/// Links stand on both sides. This side commits first and tells the other one then; a deadline that was armed before says it once more, so that a crash in between leaves no half. What goes out
/// from this ticket goes out in turn; what comes in from others (<see cref="Take"/>) never waits for that, so two tickets that link each other do not wait for each other.
/// </summary>
internal sealed partial class TicketGrain
{
    private const string LinkClock = "link.";

    private readonly StepGate _linking = new();

    public async Task<Outcome<TicketView>> Link(LinkTicket command)
    {
        using var turn = await _linking.Enter();
        var other = await Other(command);
        if (other.Refusal is { } refusal)
            return refusal;
        if (State.Links.FirstOrDefault(l => l.TicketId == command.OtherTicketId) is { } known)
            return known.Kind == command.Kind ? await ViewFor(Durable, command.By) : TicketLinks.LinkedAlready;
        if ((TicketLinks.Refuse(State, command.Kind, other.Value!) ?? await Ancestors(command.Kind, other.Value!)) is { } unfit)
            return unfit;
        var saga = await ArmLink(command.OtherTicketId);
        var link = new TicketLinkView(command.Kind, command.OtherTicketId, other.Value!.Number, other.Value.Subject);
        if (await Linked(command, new LinkAdded(saga, command.By.Author(), link), () => TicketLinks.RefuseOwn(State, link)) is { } no)
            return no;
        await TellLink(command.OtherTicketId, saga, command.By);
        return State.Links.Contains(link) ? await ViewFor(Durable, command.By) : TicketLinks.LinkedAlready;
    }

    public async Task<Outcome<TicketView>> Unlink(LinkTicket command)
    {
        using var turn = await _linking.Enter();
        if (await MayLink(command) is { } refusal)
            return refusal;
        if (State.Links.Any(l => l.TicketId == command.OtherTicketId && l.Kind == command.Kind))
        {
            var saga = await ArmLink(command.OtherTicketId);
            if (await Linked(command, new LinkRemoved(saga, command.By.Author(), command.Kind, command.OtherTicketId), static () => null) is { } no)
                return no;
            await TellLink(command.OtherTicketId, saga, command.By);
        }

        await Settled();
        return await ViewFor(Durable, command.By);
    }

    private async Task<DateTimeOffset?> LinkDue(DueDeadline deadline)
    {
        using var turn = await _linking.Enter();
        await Settled();
        if (State.Exists)
            await TellLink(deadline.Name[LinkClock.Length..], deadline.Token, Actor.System);
        return null;
    }

    /// <param name="still">Asked in the turn of the commit: links come in while others are asked.</param>
    private async Task<Refusal?> Linked(LinkTicket command, TicketEvent @event, Func<Refusal?> still)
    {
        Task commit;
        using (await _gate.Enter())
        {
            if ((await MayLink(command) ?? still()) is { } refusal)
                return refusal;
            commit = Told(Commit(@event));
        }

        await commit;
        return null;
    }

    /// <summary>The truth of this moment, to the other side. What it cannot take is taken back here.</summary>
    private async Task TellLink(string otherId, string saga, Actor by)
    {
        if (State.Links.FirstOrDefault(l => l.TicketId == otherId) is not { } link)
        {
            await Ticket(otherId).Take(new OtherUnlinked(saga, by, default, _key.Id));
            return;
        }

        var mine = new TicketLinkView(TicketLinks.Inverse(link.Kind), _key.Id, State.Number, State.Subject);
        var taken = await Ticket(otherId).Take(new OtherLinked(saga, by, mine));
        if (taken.Refusal is null)
            return;
        using (await _gate.Enter())
        {
            if (State.Links.Contains(link))
                await Told(Commit(new LinkRemoved(saga, by.Author(), link.Kind, otherId)));
        }
    }

    private async ValueTask<Outcome<TicketView>> Other(LinkTicket command)
    {
        if (await MayLink(command) is { } refusal)
            return refusal;
        return command.OtherTicketId == _key.Id ? TicketLinks.Itself : await Ticket(command.OtherTicketId).View(command.By);
    }

    private async ValueTask<Refusal?> MayLink(LinkTicket command) => TicketRules.MayLink(State, command.By, await desk.Team(_key.Tenant, State.Team));

    /// <summary>Walks up from the parent-to-be: the child-to-be must not be met.</summary>
    private async Task<Refusal?> Ancestors(TicketLinkKind kind, TicketView other)
    {
        if (kind is not (TicketLinkKind.ParentOf or TicketLinkKind.ChildOf))
            return null;
        var (child, at) = kind == TicketLinkKind.ParentOf ? (_key.Id, TicketLinks.ParentIn(other.Links)) : (other.TicketId, TicketLinks.ParentIn(State.Links));
        for (var steps = 1; at is not null; steps++)
        {
            if (at == child || steps >= TicketLinks.Deepest)
                return TicketLinks.OwnAncestor;
            at = TicketLinks.ParentIn((await Ticket(at).View(Actor.System)).Value?.Links ?? []);
        }

        return null;
    }

    private async Task<string> ArmLink(string otherId)
    {
        var saga = (await ids.NextAsync()).ToString();
        await Arm(LinkClock + otherId, Time.GetUtcNow() + _options.RepeatLinks, saga);
        return saga;
    }
}
