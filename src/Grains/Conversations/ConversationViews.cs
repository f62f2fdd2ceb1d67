using System.Collections.Immutable;

namespace Grainline.Conversations;

/// <summary>From state and events to what is shown.</summary>
internal static class ConversationViews
{
    public static ConversationView View(this ConversationState s, ConversationKey key, Audience audience, int? position, int? etaSeconds, DateTimeOffset? opensAt)
    {
        var staff = audience == Audience.Staff;
        var waits = s.Status is ConversationStatus.Queued or ConversationStatus.Offered;
        return new(
            key.Id, s.Status, s.Queue, staff ? s.Visitor : s.Visitor with { Email = null }, s.Assignee, s.Subject, s.Language,
            staff ? s.Attributes : ImmutableDictionary<string, string>.Empty, s.OpenedAt, s.WaitingSince, staff ? s.StaffHead : s.VisitorHead, s.Version,
            waits ? position : null, waits ? etaSeconds : null, staff ? s.LastForStaff : s.LastForVisitors, s.VisitorReadSeq, s.StaffReadSeq, s.Score,
            s.Topic, staff ? s.Priority : null, waits ? opensAt : null, staff ? s.Tickets : null);
    }

    /// <summary>The entry as a message with <c>prev</c> 0: the caller knows the reader's chain.</summary>
    public static MessageView Message(ConversationKey key, ConversationEvent @event, long seq, DateTimeOffset at) => @event switch
    {
        MessagePosted e => new(key.Id, seq, e.ClientMessageId, e.Author, e.Kind, e.Text, e.Attachments ?? [], at, 0) { Id = e.Id },
        ConversationOpened e => Happened(key, seq, at, new(ActorKind.Visitor, e.Visitor.Id, e.Visitor.Name), "opened", null),
        ConversationQueued e => Happened(key, seq, at, e.By, Name(e.Because), e.Queue),
        OfferMade e => Happened(key, seq, at, SystemAuthor, "offered", e.Agent.Name),
        OfferLapsed e => Happened(key, seq, at, SystemAuthor, "offer-lapsed", e.Agent.Name),
        ConversationAssigned e => Happened(key, seq, at, e.By, "assigned", e.Agent.Name),
        ConversationClassified e => Happened(key, seq, at, e.By, "classified", e.Topic),
        ConversationHeld e => Happened(key, seq, at, e.By, "held", null),
        ConversationResumed e => Happened(key, seq, at, e.By, "resumed", null),
        ConversationResolved e => Happened(key, seq, at, e.By, "resolved", null),
        ConversationClosed e => Happened(key, seq, at, e.By, "closed", null),
        ConversationRated e => Happened(key, seq, at, e.By, "rated", e.Score.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        TicketLinked e => Happened(key, seq, at, e.By, "ticket", e.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ReadMarked => Happened(key, seq, at, SystemAuthor, "read", null),
        _ => throw new InvalidOperationException($"No view for {@event.GetType()}."),
    };

    public static Author Author(this Actor actor) => new(actor.Kind, actor.Id, actor.Name);

    private static readonly Author SystemAuthor = Actor.System.Author();

    private static MessageView Happened(ConversationKey key, long seq, DateTimeOffset at, Author by, string what, string? about) =>
        new(key.Id, seq, null, by, MessageKind.Event, what, [], at, 0) { About = about };

    private static string Name(QueuedBecause because) => because switch
    {
        QueuedBecause.Opened => "queued",
        QueuedBecause.Transferred => "transferred",
        QueuedBecause.Returned => "returned",
        QueuedBecause.Reopened => "reopened",
        QueuedBecause.Overflowed => "overflowed",
        _ => throw new ArgumentOutOfRangeException(nameof(because), because, null),
    };
}
