namespace Grainline.Tickets;

/// <summary>Who is shown which entry. Visitors stand for the requester.</summary>
internal static class TicketAudience
{
    public static Audience Of(TicketEvent @event) => @event switch
    {
        TicketCreated or StateMoved or CommentAdded { Public: true } => Audience.Everyone,
        TicketAbsorbed e when e.Comments.Any(c => c.Public) => Audience.Everyone,
        TicketHeld or TicketReleased => Audience.Nobody,
        _ => Audience.Staff,
    };
}
