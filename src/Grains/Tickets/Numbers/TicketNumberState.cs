using Grainline.Journaling;

namespace Grainline.Tickets.Numbers;

internal sealed record TicketNumberState : IEventSourced<TicketNumberState, TicketNumberEvent>
{
    public static TicketNumberState Initial { get; } = new();

    /// <summary>The last number that may be in use.</summary>
    public long UpTo { get; init; }

    public TicketNumberState Apply(TicketNumberEvent @event, long seq, DateTimeOffset at) => @event switch
    {
        TicketNumbersReserved e => this with { UpTo = e.UpTo },
        TicketNumbersReturned e => this with { UpTo = e.UpTo },
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };
}
