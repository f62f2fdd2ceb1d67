using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Refusals;
using static Grainline.Conversations.ConversationStatus;

namespace Grainline.Conversations;

/// <summary>Who may do what. Pure: a null means yes.</summary>
internal static class ConversationRules
{
    public static readonly Refusal NotFound = new(ErrorCode.ConversationNotFound, "There is no such conversation.");
    private static readonly Refusal NotYours = new(ErrorCode.NotYourConversation, "Another agent serves this conversation, or nobody yet.");
    private static readonly Refusal Ended = new(ErrorCode.ConversationEnded, "The conversation is closed.");
    private static readonly Refusal OverseersOnly = new(ErrorCode.Forbidden, "Only supervisors and administrators may do this.");
    private static readonly Refusal StaffOnly = new(ErrorCode.Forbidden, "Only staff may do this.");

    /// <summary>The offer is this agent's, or none is recorded yet: the agent hears of it before the conversation does, and then the agent grain has the last word.</summary>
    public static Refusal? MayAnswer(ConversationState s, string agentId, string offerId) =>
        s.Status is Queued or Offered && (s.Offer is not { } held || (held.OfferId == offerId && held.Agent.Id == agentId)) ? null : AgentRules.OfferGone;

    /// <summary>To somebody who may not see it a conversation does not exist: ids cannot be probed.</summary>
    public static Refusal? MaySee(ConversationState s, Actor who) => who.Kind switch
    {
        _ when !s.Exists => NotFound,
        ActorKind.Visitor => s.Visitor.Id == who.Id ? null : NotFound,
        ActorKind.Agent => who.Oversees || s.Assignee?.Id == who.Id || s.Offer?.Agent.Id == who.Id || s.ServedBy.Contains(who.Id) ? null : NotFound,
        ActorKind.System => null,
        _ => NotFound,
    };

    public static Refusal? MayPost(ConversationState s, PostMessage command) =>
        command.Attachments?.Length > Limits.Attachments ? new(ErrorCode.InvalidArgument, $"A message has at most {Limits.Attachments} attachments.")
        : command.Text.Length == 0 && command.Attachments is not { Length: > 0 } ? new(ErrorCode.TextEmpty, "There is nothing to say.")
        : command.Text.Length > Limits.TextLength ? new(ErrorCode.TextTooLong, $"A message has at most {Limits.TextLength} characters.")
        : MayWrite(s, command.Author, command.Kind);

    public static Refusal? MayWrite(ConversationState s, Actor who, MessageKind kind) =>
        MaySee(s, who) ?? who.Kind switch
        {
            _ when s.Status == Closed => Ended,
            ActorKind.Visitor => kind == MessageKind.Text ? null : StaffOnly,
            ActorKind.Agent when kind == MessageKind.Note => null,
            ActorKind.Agent when s.Status == Resolved => Ended,
            ActorKind.Agent => s.Assignee?.Id == who.Id || who.Oversees ? null : NotYours,

            // Another system of the tenant's, such as one that says that a parcel was sent.
            ActorKind.System => null,
            _ => StaffOnly,
        };

    /// <summary>Hold, resume, resolve, transfer: for the serving agent and for those who oversee.</summary>
    public static Refusal? MayServe(ConversationState s, Actor who) =>
        MaySee(s, who) ?? (!who.IsStaff ? StaffOnly : s.Status == Closed ? Ended : s.Assignee?.Id == who.Id || who.Oversees ? null : NotYours);

    /// <summary>An agent of its queue, or one who oversees, while nobody serves it. To other agents it does not exist.</summary>
    public static Refusal? MayPull(ConversationState s, Actor who, ImmutableArray<string> queues) =>
        !s.Exists || !who.IsStaff ? NotFound
        : !queues.Contains(s.Queue) && !who.Oversees ? MaySee(s, who) ?? NotYours
        : s.Status == Closed ? Ended
        : s.Assignee is not null ? NotYours
        : null;

    public static Refusal? MayAssign(ConversationState s, Actor who) => MaySee(s, who) ?? (!who.Oversees ? OverseersOnly : s.Status == Closed ? Ended : null);

    /// <summary>For those who serve or oversee it and, while it waits, for the agents of its queue.</summary>
    public static Refusal? MayClassify(ConversationState s, ClassifyConversation command, ImmutableArray<string> queues) =>
        !s.Exists || !command.By.IsStaff ? NotFound
        : command.Topic is null && command.Priority is null ? new(ErrorCode.InvalidArgument, "Name a topic or a priority.")
        : command.Topic is not null && !TenantScoped.IsId(command.Topic) ? new(ErrorCode.InvalidArgument, "A topic is an id.")
        : command.Priority is { } priority && !Enum.IsDefined(priority) ? new(ErrorCode.InvalidArgument, "There is no such priority.")
        : s.Status is Queued or Offered && queues.Contains(s.Queue) ? null
        : MayServe(s, command.By);

    /// <summary>A visitor may end the conversation, and so may those who serve or oversee it; the system closes what was resolved long ago.</summary>
    public static Refusal? MayClose(ConversationState s, Actor who) =>
        who.Kind is ActorKind.Visitor or ActorKind.System ? MaySee(s, who) : MayServe(s, who);

    public static Refusal? MayRate(ConversationState s, RateConversation command) =>
        MaySee(s, command.Visitor)
        ?? (command.Visitor.Kind != ActorKind.Visitor ? new(ErrorCode.Forbidden, "Only the visitor rates.")
            : command.Score is < 1 or > 5 ? new(ErrorCode.InvalidArgument, "A score is 1 to 5.")
            : command.Comment?.Length > Limits.CommentLength ? new(ErrorCode.TextTooLong, $"A comment has at most {Limits.CommentLength} characters.")
            : s.Status is not (Resolved or Closed) ? new(ErrorCode.IllegalTransition, "A conversation is rated after it has ended.")
            : s.Score is not null ? new(ErrorCode.AlreadyRated, "This conversation was rated before.")
            : null);
}
