using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Routing;
using Grainline.Tickets;
using Orleans;

namespace Grainline.Push;

/// <summary>Something that a grain tells the gateways.</summary>
/// <param name="Source">Key of the conversation or agent that speaks; the gateway finds the sockets by it.</param>
[GenerateSerializer, Immutable, Alias("push")]
public abstract record PushItem(string Source);

/// <summary>A new visible entry. Both audiences share one view; only <c>prev</c> differs.</summary>
/// <param name="Source">Conversation key.</param>
/// <param name="Message">As staff sees it.</param>
/// <param name="Audience">Who may see it.</param>
/// <param name="VisitorPrev">The <c>prev</c> that visitors get instead.</param>
[GenerateSerializer, Immutable, Alias("push.message")]
public sealed record MessagePush(string Source, MessageView Message, Audience Audience, long VisitorPrev) : PushItem(Source);

[GenerateSerializer, Immutable, Alias("push.conversation")]
public sealed record ConversationPush(string Source, ConversationView ForVisitors, ConversationView ForStaff) : PushItem(Source);

[GenerateSerializer, Immutable, Alias("push.typing")]
public sealed record TypingPush(string Source, TypingView Typing, Audience Audience) : PushItem(Source);

[GenerateSerializer, Immutable, Alias("push.receipt")]
public sealed record ReceiptPush(string Source, ReceiptView Receipt, Audience Audience) : PushItem(Source);

/// <summary>Repeats the heads a while after the last message, so that a lost last message is found within one keep-alive.</summary>
[GenerateSerializer, Immutable, Alias("push.head")]
public sealed record HeadPush(string Source, long VisitorHead, long StaffHead) : PushItem(Source);

/// <summary>A lane had to drop pushes of this source: its clients must ask for what they miss.</summary>
[GenerateSerializer, Immutable, Alias("push.resync")]
public sealed record ResyncPush(string Source) : PushItem(Source);

/// <summary>The source has begun anew and does not know who listens: gateways whose sockets do take their lease again.</summary>
[GenerateSerializer, Immutable, Alias("push.renew")]
public sealed record RenewPush(string Source) : PushItem(Source);

/// <summary>One step of an agent's ordered feed. Exactly one of the four is set.</summary>
[GenerateSerializer, Immutable, Alias("push.agent")]
public sealed record AgentPush(
    string Source, long Feed, ConversationView? Conversation, OfferView? Offer, OfferWithdrawnView? Withdrawn, LoadView? Load) : PushItem(Source);

/// <summary>A queue's whole picture: the newest one replaces those before.</summary>
/// <param name="Source"><c>queue/</c> and the queue's key, because agents and queues may have equal ids.</param>
[GenerateSerializer, Immutable, Alias("push.queue")]
public sealed record QueuePush(string Source, QueueView Queue) : PushItem(Source);

/// <summary>A tenant's lists of tickets are written up to <paramref name="Position"/>: a higher one replaces those before.</summary>
/// <param name="Source"><c>tickets/</c> and the tenant.</param>
[GenerateSerializer, Immutable, Alias("push.tickets")]
public sealed record TicketsPush(string Source, long Position) : PushItem(Source);

/// <summary>A ticket as it stands after a change.</summary>
/// <param name="Source"><c>ticket/</c> and the ticket's key, because tickets and conversations may have equal ids.</param>
/// <param name="Ticket">As an agent of its team sees it that has no other roles.</param>
[GenerateSerializer, Immutable, Alias("push.ticket")]
public sealed record TicketPush(string Source, TicketView Ticket) : PushItem(Source);

/// <summary>A new entry of a ticket's timeline, as staff sees it.</summary>
/// <param name="Source">As of <see cref="TicketPush"/>.</param>
[GenerateSerializer, Immutable, Alias("push.ticket-entry")]
public sealed record TicketEntryPush(string Source, string TicketId, TicketEntryView Entry) : PushItem(Source);

/// <summary>Who looks at a ticket now.</summary>
/// <param name="Source">As of <see cref="TicketPush"/>.</param>
[GenerateSerializer, Immutable, Alias("push.ticket-presence")]
public sealed record TicketPresencePush(string Source, string TicketId, ImmutableArray<TicketPresenceView> Present) : PushItem(Source);

/// <param name="ConversationId">Id within the tenant.</param>
/// <param name="Author">Who types.</param>
/// <param name="Preview">What stands in the composer, for staff only and only if the visitor's client sends it.</param>
[GenerateSerializer, Immutable, Alias("typing.view")]
public sealed record TypingView(string ConversationId, Author Author, string? Preview);

/// <param name="ConversationId">Id within the tenant.</param>
/// <param name="Reader">Which side has read.</param>
/// <param name="Seq">Everything up to here was read.</param>
[GenerateSerializer, Immutable, Alias("receipt.view")]
public sealed record ReceiptView(string ConversationId, ActorKind Reader, long Seq);
