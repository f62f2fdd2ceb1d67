using System.Collections.Immutable;
using Grainline.Routing;
using Grainline.Tickets.Desk.Forms;

namespace Grainline.Tickets;

/// <summary>From state to what is shown.</summary>
internal static class TicketViews
{
    /// <param name="triggers">What the reader may do from here.</param>
    public static TicketView ForStaff(this TicketState s, string id, ImmutableArray<TriggerView> triggers, ImmutableArray<TicketPresenceView> present) => new(
        id, s.Number, s.Version, s.Subject, s.Team, s.Assignee, s.Requester, s.Priority, s.State, s.Category, s.Lifecycle, triggers, s.Form, s.Fields, s.Tags, s.Watchers, s.Links,
        s.Sla, s.Conversation, s.MergedInto, s.Transfer, s.CreatedAt, s.CreatedBy, s.UpdatedAt, s.SolvedAt, present);

    /// <summary>What staff keeps to itself is empty: tags, watchers, links, promises, priority, and fields that the form's hints hide from the requester.</summary>
    public static TicketView ForRequester(this TicketState s, string id, CompiledForm form) => new(
        id, s.Number, s.Version, s.Subject, s.Team, s.Assignee, s.Requester, Priority.Normal, s.State, s.Category, s.Lifecycle, [], s.Form, Seen(s.Fields, form), [], [], [],
        [], s.Conversation, null, null, s.CreatedAt, s.CreatedBy, s.UpdatedAt, s.SolvedAt, []);

    private static JsonText Seen(JsonText fields, CompiledForm form)
    {
        var seen = FieldPatch.Read(fields)!;
        foreach (var hidden in seen.Select(f => f.Key).Where(name => !form.RequesterSees(name)).ToArray())
            seen.Remove(hidden);
        return FieldPatch.Text(seen);
    }
}
