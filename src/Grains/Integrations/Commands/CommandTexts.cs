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

    private static string? Text(TicketAction action) => action switch
    {
        AddComment comment => comment.Text,
        SetSubject subject => subject.Subject,
        ForceState force => force.Reason,
        _ => null,
    };
}
