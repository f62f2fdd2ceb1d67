using System.Collections.Immutable;
using Grainline.Journaling;

namespace Grainline.Tickets.Lists;

/// <summary>Begins with the five shared views that a tenant has before it saves any. They are ordinary views: changed and removed like others.</summary>
internal sealed record SavedViewsState : IEventSourced<SavedViewsState, SavedViewEvent>
{
    private static readonly ImmutableArray<string> Columns = ["number", "subject", "requester", "assignee", "state", "due"];

    public static SavedViewsState Initial { get; } = new()
    {
        Views =
        [
            Shared("mine", "Mine", """{"assignees":["me"],"categories":["new","open","pending","onHold"]}""", TicketOrder.Updated, 0),
            Shared("unassigned", "Unassigned", """{"assignees":["none"],"categories":["new","open","pending","onHold"]}""", TicketOrder.Created, 1),
            Shared("open", "Open", """{"categories":["new","open","pending","onHold"]}""", TicketOrder.Updated, 2),
            Shared("due-soon", "Due soon", """{"categories":["new","open"]}""", TicketOrder.Due, 3, descending: false),
            Shared("recently-solved", "Recently solved", """{"categories":["solved","closed"]}""", TicketOrder.Updated, 4),
        ],
    };

    public ImmutableArray<SavedView> Views { get; init; } = [];

    public SavedView? Find(string id) => Views.FirstOrDefault(view => view.Id == id);

    public SavedViewsState Apply(SavedViewEvent @event, long seq, DateTimeOffset at) => @event switch
    {
        SavedViewSaved e => this with { Views = Find(e.View.Id) is { } before ? Views.Replace(before, e.View) : Views.Add(e.View) },
        SavedViewRemoved e => this with { Views = Views.RemoveAll(view => view.Id == e.ViewId) },
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };

    private static SavedView Shared(string id, string name, string filter, TicketOrder order, int place, bool descending = true) =>
        new(id, name, null, new(filter), order, descending, Columns, place);
}
