namespace Grainline.Conversations;

/// <summary>Who gets to see which event.</summary>
internal static class ConversationAudience
{
    public static Audience Of(ConversationEvent @event) => @event switch
    {
        MessagePosted { Kind: MessageKind.Note } => Audience.Staff,
        MessagePosted => Audience.Everyone,
        ConversationQueued { Because: QueuedBecause.Opened } => Audience.Nobody,
        ConversationQueued { Because: QueuedBecause.Overflowed } or ConversationClassified or TicketLinked => Audience.Staff,
        OfferMade or OfferLapsed or ReadMarked => Audience.Nobody,
        _ => Audience.Everyone,
    };

    public static bool Includes(this Audience audience, Actor reader) =>
        audience.HasFlag(reader.Kind == ActorKind.Visitor ? Audience.Visitors : Audience.Staff);
}
