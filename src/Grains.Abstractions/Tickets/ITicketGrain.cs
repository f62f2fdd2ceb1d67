using Grainline.Deadlines;
using Grainline.Push;
using Grainline.Refusals;
using Orleans;
using Orleans.Concurrency;

namespace Grainline.Tickets;

/// <summary>
/// One ticket: the only writer of its stream. Who may see it: agents of its team, its assignee, its watchers, who oversees; visitors only as its requester, and only the public part.
/// Everybody else is answered <see cref="ErrorCode.TicketNotFound"/>.
/// </summary>
[Alias("ITicketGrain")]
public interface ITicketGrain : IGrainWithStringKey, IDeadlineTarget
{
    Task<Outcome<TicketView>> Create(CreateTicket command);

    Task<Outcome<TicketApplied>> Apply(ApplyToTicket command);

    Task<Outcome<TicketView>> View(Actor reader);

    /// <summary>As it was at an instant (UTC): what had been committed then. <see cref="ErrorCode.TicketNotFound"/> before it was created.</summary>
    Task<Outcome<TicketView>> AsOf(Actor reader, DateTimeOffset at);

    Task<Outcome<TimelinePage>> Timeline(ReadTimeline query);

    Task<Outcome<TicketView>> Link(LinkTicket command);

    Task<Outcome<TicketView>> Unlink(LinkTicket command);

    /// <summary>A step of another ticket's link, merge or split, or of a transfer. Idempotent; only grains call it.</summary>
    Task<Outcome<TicketView>> Take(TicketStep step);

    [OneWay]
    Task Look(LookAtTicket command);

    /// <summary>Takes or renews a gateway's lease on this ticket's pushes and answers with the view at that instant.</summary>
    Task<Outcome<TicketView>> Subscribe(Subscription subscription, Actor reader);

    Task Unsubscribe(string gateway);
}
