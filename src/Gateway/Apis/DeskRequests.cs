using System.Collections.Immutable;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Shifts;
using Grainline.Tickets;
using Grainline.Tickets.Desk;

namespace Grainline.Gateway.Apis;

/// <summary>A team as it is put; its id stands in the path.</summary>
public sealed record SaveTeamRequest(
    string Name, ImmutableArray<string> Members, string Lifecycle, ImmutableArray<string> Forms, string? SlaPolicy = null, WeeklyHours? Hours = null)
{
    internal Team Team(string id) => new(id, Name, Members, Lifecycle, Forms, SlaPolicy, Hours);
}

/// <param name="Teams">Where it is offered; empty for everywhere.</param>
public sealed record SaveMacroRequest(string Name, ImmutableArray<string> Teams, ImmutableArray<TicketAction> Actions)
{
    internal Macro Macro(string id) => new(id, Name, Teams, Actions);
}

public sealed record SaveReplyRequest(string Shortcut, string Name, string Text, ImmutableArray<string> Teams, string? Language = null)
{
    internal Refusal? Refuse() => Check.Text(Text);

    internal SavedReply Reply(string id) => new(id, Shortcut, Name, PlainText.Normalise(Text), Language, Teams);
}

/// <param name="Note">Why, for those who read the list of versions.</param>
public sealed record PublishLifecycleRequest(LifecycleSpec Spec, string? Note = null)
{
    internal Refusal? Refuse() => Check.Words(Note, Limits.CommentLength, "note");
}

/// <param name="Note">Why, for those who read the list of versions.</param>
public sealed record PublishSlaPolicyRequest(SlaPolicySpec Spec, string? Note = null)
{
    internal Refusal? Refuse() => Check.Words(Note, Limits.CommentLength, "note");
}

/// <param name="Note">Why, for those who read the list of versions.</param>
/// <param name="Check">True to learn what would be refused, without publishing.</param>
public sealed record PublishFormRequest(FormSpec Spec, string? Note = null, bool Check = false)
{
    internal Refusal? Refuse() => Wire.Check.Words(Note, Limits.CommentLength, "note");
}
