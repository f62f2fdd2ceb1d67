using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Routing;
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
