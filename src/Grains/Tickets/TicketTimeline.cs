using Grainline.Conversations;
using Grainline.Journaling;

namespace Grainline.Tickets;

using Step = Step<TicketState, TicketEvent>;

/// <summary>From events to entries of the timeline. Pure.</summary>
internal static class TicketTimeline
{
    private static readonly Author System = Actor.System.Author();

    /// <summary>What staff is shown of an event; none for what only holds the ticket still.</summary>
    /// <param name="parted">Whether a saga was taken back: what it brought is not shown any more.</param>
    public static IEnumerable<TicketEntryView> ForStaff(Step step, Func<string, bool> parted) => step.Event switch
    {
        TicketCreated e => [Entry(step, e.By, "created", about: e.Conversation)],
        CommentAdded e => [Entry(step, e.By, e.Public ? "comment" : "note", e.Text, e.Macro) with { Attachments = e.Attachments }],
        TicketChanged e => [Entry(step, e.By, "changed", macro: e.Macro) with { Changes = TicketChanges.Between(step.Before, step.After) }],
        StateMoved e => [Entry(step, e.By, "state", e.Reason, e.Macro, e.Trigger) with { Changes = TicketChanges.Between(step.Before, step.After) }],
        SlaMoved e => e.What.Select(w => Entry(step, System, "sla", about: $"{w.Metric} {w.Happened.ToString().ToLowerInvariant()}")),
        LinkAdded e => [Entry(step, e.By, "link", about: e.Link.TicketId) with { Changes = TicketChanges.Between(step.Before, step.After) }],
        LinkRemoved e => [Entry(step, e.By, "link", about: e.OtherTicketId) with { Changes = TicketChanges.Between(step.Before, step.After) }],
        TicketMoved e => [Entry(step, e.By, e.Undoes ? "undo" : "transfer", e.Note, about: e.Team) with { Changes = TicketChanges.Between(step.Before, step.After) }],
        TicketMerged e => [Entry(step, e.By, "merge", about: e.IntoTicketId) with { Changes = TicketChanges.Between(step.Before, step.After) }],
        TicketAbsorbed e => [Entry(step, e.By, "merge", about: e.TicketId) with { Changes = TicketChanges.Between(step.Before, step.After) }, .. Carried(step, e, parted)],
        TicketSplitOff e => [Entry(step, e.By, "split", about: e.TicketId)],
        TicketParted e => [Entry(step, e.By, "undo", about: e.Saga) with { Changes = TicketChanges.Between(step.Before, step.After) }],
        TicketHeld or TicketReleased => [],
        _ => throw new InvalidOperationException($"No entry for {step.Event.GetType()}."),
    };

    /// <summary>What the requester is shown: that there is a ticket, public words, and states by what they mean, not by what the tenant calls them.</summary>
    public static IEnumerable<TicketEntryView> ForRequester(Step step, Func<string, bool> parted) => step.Event switch
    {
        TicketCreated e => [Entry(step, e.By, "created")],
        CommentAdded { Public: true } e => [Entry(step, e.By, "comment", e.Text) with { Attachments = e.Attachments }],
        StateMoved e => [Entry(step, e.By, "state") with { Changes = TicketChanges.OfCategory(step.Before, step.After) }],
        TicketAbsorbed e => Carried(step, e, parted).Where(c => c.Kind == "comment"),
        _ => [],
    };

    private static IEnumerable<TicketEntryView> Carried(Step step, TicketAbsorbed e, Func<string, bool> parted) => parted(e.Saga) ? []
        : e.Comments.Select(c => new TicketEntryView(step.Seq, c.At, c.By, c.Public ? "comment" : "note", c.Text, c.Attachments, [], null, c.FromTicketId));

    private static TicketEntryView Entry(Step step, Author by, string kind, string? text = null, string? macro = null, string? about = null) =>
        new(step.Seq, DateTimeOffset.FromUnixTimeMilliseconds(step.At.ToUnixTimeMilliseconds()), by, kind, text, [], [], macro, about);
}
