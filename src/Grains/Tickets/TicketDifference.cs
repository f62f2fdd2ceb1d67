using System.Collections.Immutable;
using Grainline.Conversations;

namespace Grainline.Tickets;

/// <summary>The event that makes the one state the other, as far as values go that people set.</summary>
internal static class TicketDifference
{
    /// <summary>Null when there is no difference.</summary>
    public static TicketChanged? Between(TicketState before, TicketState after, Author by, string? requestId, string? macro)
    {
        if (ReferenceEquals(before, after))
            return null;
        var form = after.Form == before.Form ? null : after.Form;
        var changed = new TicketChanged(
            by, requestId, macro,
            after.Subject == before.Subject ? null : after.Subject,
            after.Priority == before.Priority ? null : after.Priority,
            form is not null ? after.Fields : FieldPatch.Between(before.Fields, after.Fields),
            form,
            Some(after.Tags.Except(before.Tags)), Some(before.Tags.Except(after.Tags)),
            after.Assignee?.Id == before.Assignee?.Id ? null : new(after.Assignee),
            Some(after.Watchers.ExceptBy(before.Watchers.Select(w => w.Id), w => w.Id)),
            Some(before.Watchers.Select(w => w.Id).Except(after.Watchers.Select(w => w.Id))));
        return changed == new TicketChanged(by, requestId, macro) ? null : changed;
    }

    private static ImmutableArray<T>? Some<T>(IEnumerable<T> items) => items.ToImmutableArray() is { IsEmpty: false } some ? some : null;
}
