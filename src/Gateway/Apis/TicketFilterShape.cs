using System.Collections.Immutable;
using System.Text;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Tickets;
using Grainline.Tickets.Lists;

namespace Grainline.Gateway.Apis;

/// <summary>What a filter from outside may look like.</summary>
internal static class TicketFilterShape
{
    private const int Values = 100;
    private const int FieldsAsked = 20;
    private const int FieldBytes = 1_024;
    private const int EmailLength = 254;
    private const string Me = "me";

    public static Refusal? Refuse(TicketFilter f) =>
        Ids(f.States, "states") ?? Ids(f.Teams, "teams") ?? Ids(f.Assignees, "assignees") ?? Tags(f.Tags) ?? Fields(f.Fields)
        ?? Some(f.Categories, "categories") ?? Some(f.Priorities, "priorities")
        ?? (f.Watcher is null ? null : Check.Id(f.Watcher, "watcher")) ?? Check.Words(f.Requester, EmailLength, "requester");

    /// <summary><c>me</c> is whoever looks, so that a saved filter fits everybody.</summary>
    public static TicketFilter For(this TicketFilter filter, string agent) => filter with
    {
        Assignees = filter.Assignees is { IsDefault: false } assignees ? [.. assignees.Select(a => a == Me ? agent : a)] : null,
        Watcher = filter.Watcher == Me ? agent : filter.Watcher,
    };

    private static Refusal? Some<T>(ImmutableArray<T>? values, string name) => values is { IsDefault: false, Length: > Values } ? TooMany(name) : null;

    private static Refusal? Ids(ImmutableArray<string>? ids, string name) => ids is not { IsDefault: false } some ? null
        : some.Length > Values ? TooMany(name)
        : some.Select(id => Check.Id(id, name)).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? Tags(ImmutableArray<string>? tags) => tags is not { IsDefault: false } some ? null
        : some.Length > TicketLimits.Tags ? TooMany("tags")
        : some.Any(tag => string.IsNullOrEmpty(tag) || tag.Length > TicketLimits.TagLength || tag.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            ? Check.Invalid($"A tag in 'tags' has 1 to {TicketLimits.TagLength} characters and no space.")
            : null;

    private static Refusal? Fields(ImmutableDictionary<string, JsonText>? fields) => fields is null ? null
        : fields.Count > FieldsAsked ? TooMany("fields")
        : fields.Keys.Select(name => Check.Id(name, "fields")).FirstOrDefault(refusal => refusal is not null)
            ?? (fields.Values.Any(value => Encoding.UTF8.GetByteCount(value.Text) > FieldBytes) ? Check.Invalid($"A value in 'fields' has more than {FieldBytes} bytes.") : null);

    private static Refusal TooMany(string name) => Check.Invalid($"'{name}' has too many values.");
}
