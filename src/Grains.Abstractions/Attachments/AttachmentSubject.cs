namespace Grainline.Attachments;

/// <summary>What attachments belong to, in one spelling.</summary>
public static class AttachmentSubject
{
    public const string ConversationKind = "conversation";
    public const string TicketKind = "ticket";

    public static string Conversation(string id) => TenantScoped.Format(ConversationKind, id);

    public static string Ticket(string id) => TenantScoped.Format(TicketKind, id);

    /// <summary>Kind and id; both empty when it is no subject.</summary>
    public static (string Kind, string Id) Parse(string subject) => TenantScoped.TryParse(subject, out var kind, out var id) ? (kind, id) : ("", "");
}
