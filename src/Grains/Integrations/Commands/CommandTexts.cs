using System.Collections.Immutable;
using Grainline.Tickets;

namespace Grainline.Integrations.Commands;

internal static class CommandTexts
{
    /// <summary>Everything in it that people will read.</summary>
    public static IEnumerable<string> Texts(this CommandBody data) => (data switch
    {
        PostToConversation post => [post.Text],
        CreateTicketHere ticket => [ticket.Subject, ticket.Comment?.Text, ticket.Requester?.Name, ticket.Requester?.Email],
        ApplyActions apply => apply.Actions.Select(Text),
        UpdateVisitor visitor => [visitor.Name, visitor.Email],
        _ => Enumerable.Empty<string?>(),
    }).OfType<string>();

    /// <summary>A null among what a list holds, which the reader of JSON lets through.</summary>
    public static bool HasHoles(this CommandBody data) => data switch
    {
        ApplyActions apply => apply.Actions.IsDefault || apply.Actions.Any(action => action is null || (Tags(action) is { } tags && HasHoles(tags))),
        CreateTicketHere { Tags: { } tags } => HasHoles(tags),
        _ => false,
    };

    private static bool HasHoles(ImmutableArray<string> tags) => tags.IsDefault || tags.Contains(null!);

    private static ImmutableArray<string>? Tags(TicketAction action) => action switch
    {
        AddTags add => add.Tags,
        RemoveTags remove => remove.Tags,
        _ => null,
    };

    private static string? Text(TicketAction action) => action switch
    {
        AddComment comment => comment.Text,
        SetSubject subject => subject.Subject,
        ForceState force => force.Reason,
        _ => null,
    };
}
